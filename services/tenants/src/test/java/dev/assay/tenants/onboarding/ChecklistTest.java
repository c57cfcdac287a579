package dev.assay.tenants.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecklistTest {

  private static final Set<String> ONE = Set.of("one");

  @Test
  void nothingKnownIsAllMissing() {
    var nothing =
        new ClientFacts(false, false, false, false, false, false, false, Set.of(), Set.of());

    assertThat(Checklist.of(nothing).missing()).containsExactly(ChecklistItem.values());
  }

  @Test
  void allKnownIsNothingMissing() {
    assertThat(Checklist.of(complete(ONE, Set.of("two"))).missing()).isEmpty();
  }

  /** Each fact alone decides its own item. */
  @ParameterizedTest
  @CsvSource({
    "0, FISCAL_YEAR_END",
    "1, TIME_ZONE",
    "2, IDENTIFIER",
    "3, FILER_STATUS",
    "4, IN_SCOPE_SYSTEM",
    "5, SYSTEM_OWNER",
    "6, EXECUTIVE"
  })
  void misses(int fact, ChecklistItem item) {
    boolean[] known = {true, true, true, true, true, true, true};
    known[fact] = false;
    var facts =
        new ClientFacts(
            known[0],
            known[1],
            known[2],
            known[3],
            known[4],
            known[5],
            known[6],
            ONE,
            Set.of("two"));

    assertThat(Checklist.of(facts).missing()).containsExactly(item);
  }

  @Test
  void nobodyReviewsTheirOwnWork() {
    assertThat(Checklist.of(complete(ONE, ONE)).missing())
        .containsExactly(ChecklistItem.INDEPENDENT_REVIEWER);
    assertThat(Checklist.of(complete(ONE, Set.of())).missing())
        .containsExactly(ChecklistItem.INDEPENDENT_REVIEWER);
    assertThat(Checklist.of(complete(Set.of("one", "two"), ONE)).missing()).isEmpty();
    assertThat(Checklist.of(complete(Set.of(), ONE)).missing())
        .containsExactly(ChecklistItem.TECHNICIAN);
  }

  private static ClientFacts complete(Set<String> technicians, Set<String> reviewers) {
    return new ClientFacts(true, true, true, true, true, true, true, technicians, reviewers);
  }
}
