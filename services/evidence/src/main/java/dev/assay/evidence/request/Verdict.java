package dev.assay.evidence.request;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether what was given counts, from the request's state and the last submission's items.
 *
 * @param counts ACCEPTED, and each item has a SEALED file
 * @param blockers why it does not; empty when it does
 */
@Schema(name = "RequestVerdict")
record Verdict(
    @Schema(required = true) boolean counts, @Schema(required = true) List<Blocker> blockers) {

  enum Blocker {
    NOT_ACCEPTED,
    NO_EVIDENCE_GIVEN,
    EVIDENCE_NOT_SEALED
  }

  Verdict {
    blockers = List.copyOf(blockers);
  }

  /**
   * The verdict on a request.
   *
   * @param given all that was ever given; only the last submission decides
   */
  static Verdict of(RequestState state, List<GivenEvidence> given) {
    List<GivenEvidence> last = lastOf(given);
    List<Blocker> blockers = new ArrayList<>();
    if (state != RequestState.ACCEPTED) {
      blockers.add(Blocker.NOT_ACCEPTED);
    }
    if (last.isEmpty()) {
      blockers.add(Blocker.NO_EVIDENCE_GIVEN);
    } else if (!last.stream().allMatch(GivenEvidence::isSealed)) {
      blockers.add(Blocker.EVIDENCE_NOT_SEALED);
    }
    return new Verdict(blockers.isEmpty(), blockers);
  }

  /** What the last submission gave. */
  static List<GivenEvidence> lastOf(List<GivenEvidence> given) {
    int last = given.stream().mapToInt(GivenEvidence::step).max().orElse(0);
    return given.stream().filter(item -> item.step() == last).toList();
  }
}
