package dev.assay.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void takesQuantilesBetweenTheNearestRanks() {
    var sample = new Sample(List.of(4.0, 1.0, 3.0, 2.0));

    assertThat(sample.p50()).isEqualTo(2.5);
    assertThat(sample.quantile(0.75)).isEqualTo(3.25);
    assertThat(sample.text("%.2f")).isEqualTo("p50 2.50, p95 3.85 (1.00 to 4.00)");
  }

  @Test
  void dividesRoundByRound() {
    var ratios = new Sample(List.of(2.0, 9.0)).dividedBy(new Sample(List.of(1.0, 3.0)));

    assertThat(ratios.min()).isEqualTo(2);
    assertThat(ratios.max()).isEqualTo(3);
  }

  @Test
  void refusesToCompareDifferentRounds() {
    var two = new Sample(List.of(1.0, 2.0));
    var one = new Sample(List.of(1.0));

    assertThatThrownBy(() -> two.dividedBy(one)).isInstanceOf(IllegalArgumentException.class);
  }
}
