package dev.assay.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void takesQuantilesBetweenTheNearestRanks() {
    var sample = new Sample(new double[] {4, 1, 3, 2});

    assertThat(sample.p50()).isEqualTo(2.5);
    assertThat(sample.quantile(0.95)).isEqualTo(3.85);
    assertThat(sample.text("%.1f")).isEqualTo("p50 2.5, p95 3.9 (1.0 to 4.0)");
  }

  @Test
  void dividesRoundByRound() {
    var ratios = new Sample(new double[] {2, 9}).dividedBy(new Sample(new double[] {1, 3}));

    assertThat(ratios.min()).isEqualTo(2);
    assertThat(ratios.max()).isEqualTo(3);
  }

  @Test
  void refusesToCompareDifferentRounds() {
    var two = new Sample(new double[] {1, 2});
    var one = new Sample(new double[] {1});

    assertThatThrownBy(() -> two.dividedBy(one)).isInstanceOf(IllegalArgumentException.class);
  }
}
