package dev.assay.evidence.retention;

import dev.assay.evidence.period.AuditedYear;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client's own rule of retention from a day on; it can only lengthen what the law asks. */
@Schema(name = "RetentionPolicy")
record RetentionPolicy(
    @Schema(required = true) UUID id,
    @Schema(required = true, description = "First day on which it is applied, in UTC.")
        LocalDate validFrom,
    @Schema(
            required = true,
            examples = {"ALL", "AM", "AM-04"},
            description = "All evidence, that of a control domain, or that of one control.")
        String evidenceClass,
    @Schema(required = true) PolicyStart start,
    @Schema(required = true) int years,
    @Schema(required = true) String reason,
    @Schema(required = true) String setBy,
    @Schema(required = true) Instant setAt) {

  static final String EVERYTHING = "ALL";
  static final String EXAMPLE =
      """
      {"id":"01932f3e-7a00-7c40-8a53-000000000031","validFrom":"2027-01-01","evidenceClass":"AM","start":"AUDIT_CONCLUDED","years":10,"reason":"Our lender's covenant of 2026","setBy":"00000000-0000-4000-8000-000000000003","setAt":"2026-11-23T10:15:29.001Z"}
      """;

  boolean covers(String controlId) {
    return evidenceClass.equals(EVERYTHING)
        || evidenceClass.equals(controlId)
        || controlId.startsWith(evidenceClass + "-");
  }

  /** What it asks of the records of a year; empty where its day is not known. */
  Optional<LawRule.Term> applyTo(@Nullable AuditedYear year) {
    return Optional.ofNullable(year)
        .map(
            known ->
                switch (start) {
                  case FISCAL_YEAR_END -> known.end();
                  case AUDIT_CONCLUDED ->
                      known.reAuditedOn() == null ? known.auditConcludedOn() : known.reAuditedOn();
                })
        .map(day -> new LawRule.Term("policy-" + id, day, years, "Policy: " + reason));
  }
}
