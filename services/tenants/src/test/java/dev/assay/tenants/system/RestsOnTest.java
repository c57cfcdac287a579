package dev.assay.tenants.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestsOnTest {

  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);
  private static final UUID C = new UUID(0, 3);
  private static final UUID D = new UUID(0, 4);

  @Test
  void aSystemThatNamesItselfRestsOnItself() {
    assertThat(new RestsOn(Map.of()).leadsBackTo(A, List.of(A))).isTrue();
  }

  @Test
  void findsTheWayBackThroughOthers() {
    var restsOn = new RestsOn(Map.of(B, Set.of(C, D), C, Set.of(A)));

    assertThat(restsOn.leadsBackTo(A, List.of(B))).isTrue();
    assertThat(restsOn.leadsBackTo(A, List.of(D))).isFalse();
  }

  @Test
  void twoWaysToTheSameSystemLeadNowhereBack() {
    var restsOn = new RestsOn(Map.of(B, Set.of(D), C, Set.of(D)));

    assertThat(restsOn.leadsBackTo(A, List.of(B, C))).isFalse();
  }

  @Test
  void whatTheSystemRestedOnBeforeDoesNotCount() {
    var restsOn = new RestsOn(Map.of(A, Set.of(B), B, Set.of(C)));

    assertThat(restsOn.leadsBackTo(A, List.of(C))).isFalse();
  }

  @Test
  void endsOnACircleThatLeavesTheSystemOut() {
    var restsOn = new RestsOn(Map.of(B, Set.of(C), C, Set.of(B)));

    assertThat(restsOn.leadsBackTo(A, List.of(B))).isFalse();
  }

  @Test
  void aLongChainIsFollowedToItsEnd() {
    Map<UUID, Set<UUID>> chain = new HashMap<>();
    IntStream.range(1, 20_000).forEach(i -> chain.put(new UUID(1, i), Set.of(new UUID(1, i + 1L))));

    assertThat(new RestsOn(chain).leadsBackTo(new UUID(1, 20_000), List.of(new UUID(1, 1))))
        .isTrue();
  }
}
