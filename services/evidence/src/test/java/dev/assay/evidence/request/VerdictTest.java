package dev.assay.evidence.request;

import static dev.assay.evidence.request.Verdict.Blocker.EVIDENCE_NOT_SEALED;
import static dev.assay.evidence.request.Verdict.Blocker.NOT_ACCEPTED;
import static dev.assay.evidence.request.Verdict.Blocker.NO_EVIDENCE_GIVEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

  private static GivenEvidence given(int step, int sealed) {
    return new GivenEvidence(step, UUID.randomUUID(), 2, sealed);
  }

  @Test
  void countsOnceAcceptedWithAllSealed() {
    Verdict verdict = Verdict.of(RequestState.ACCEPTED, List.of(given(1, 1), given(1, 2)));

    assertThat(verdict).isEqualTo(new Verdict(true, List.of()));
  }

  @Test
  void oneUnsealedItemIsEnoughNotToCount() {
    assertThat(Verdict.of(RequestState.ACCEPTED, List.of(given(1, 1), given(1, 0))).blockers())
        .containsExactly(EVIDENCE_NOT_SEALED);
  }

  @Test
  void onlyTheLastSubmissionDecides() {
    assertThat(Verdict.of(RequestState.ACCEPTED, List.of(given(1, 0), given(3, 1))).counts())
        .isTrue();
    assertThat(Verdict.of(RequestState.ACCEPTED, List.of(given(1, 1), given(3, 0))).counts())
        .isFalse();
  }

  @Test
  void listsAllThatSpeaksAgainstIt() {
    assertThat(Verdict.of(RequestState.OPEN, List.of()).blockers())
        .containsExactly(NOT_ACCEPTED, NO_EVIDENCE_GIVEN);
    assertThat(Verdict.of(RequestState.RETURNED, List.of(given(1, 0))).blockers())
        .containsExactly(NOT_ACCEPTED, EVIDENCE_NOT_SEALED);
  }

  /** Hand-kept, as the table's check has it. */
  @ParameterizedTest
  @CsvSource({
    "OPEN, SUBMITTED WITHDRAWN",
    "SUBMITTED, ACCEPTED RETURNED WITHDRAWN",
    "RETURNED, SUBMITTED WITHDRAWN",
    "ACCEPTED, ''",
    "WITHDRAWN, ''"
  })
  void goesOnlyWhereItMay(RequestState from, String next) {
    List<String> allowed = List.of(next.split(" ", -1));
    for (RequestState to : RequestState.values()) {
      assertThat(from.mayBecome(to)).as(to.name()).isEqualTo(allowed.contains(to.name()));
    }
  }
}
