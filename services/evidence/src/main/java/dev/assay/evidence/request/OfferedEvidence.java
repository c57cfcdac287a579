package dev.assay.evidence.request;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** An item that somebody offers for a request: what it shows. */
record OfferedEvidence(UUID id, String controlId, LocalDate periodFrom, LocalDate periodTo) {

  /** Why it answers no request of this control and period; empty when it may. */
  Optional<String> mismatch(String control, LocalDate from, LocalDate to) {
    if (!controlId.equals(control)) {
      return Optional.of(
          "It is evidence of %s, and %s was asked for.".formatted(controlId, control));
    }
    if (periodTo.isBefore(from) || periodFrom.isAfter(to)) {
      return Optional.of(
          "It covers %s to %s, nothing of %s to %s.".formatted(periodFrom, periodTo, from, to));
    }
    return Optional.empty();
  }
}
