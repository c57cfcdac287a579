package dev.assay.evidence.auditpackage;

import dev.assay.http.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An audit package to be made. */
@Schema(name = "NewAuditPackage")
record AuditPackageRequest(
    @NotNull @Schema(description = "First day of the period.") LocalDate periodFrom,
    @NotNull
        @Schema(
            description =
                "Last day of the period. Evidence belongs to it whose own period touches it.")
        LocalDate periodTo,
    @Schema(
            nullable = true,
            description =
                "The moment as of which the package tells everything, in whole milliseconds; now"
                    + " when left out. The same period and moment make the same bytes.")
        @Nullable Instant knownAt) {

  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

  /** What is asked for, once it is sure that it can be answered. */
  PackageScope scope(UUID client, Instant now) {
    if (periodFrom.isBefore(EARLIEST)) {
      throw ProblemException.invalid("/periodFrom", "Give a day from " + EARLIEST + " on.");
    }
    if (periodTo.isAfter(LATEST)) {
      throw ProblemException.invalid("/periodTo", "Give a day up to " + LATEST + ".");
    }
    if (periodTo.isBefore(periodFrom)) {
      throw ProblemException.invalid("/periodTo", "The period ends before it starts.");
    }
    Instant moment = knownAt == null ? now : knownAt;
    if (moment.isAfter(now)) {
      throw ProblemException.invalid("/knownAt", "Nobody knows yet what will be held then.");
    }
    if (moment.isBefore(Instant.EPOCH)) {
      throw ProblemException.invalid("/knownAt", "Nothing was held before 1970.");
    }
    if (!moment.equals(moment.truncatedTo(ChronoUnit.MILLIS))) {
      throw ProblemException.invalid("/knownAt", "Give whole milliseconds.");
    }
    return new PackageScope(client, periodFrom, periodTo, moment);
  }
}
