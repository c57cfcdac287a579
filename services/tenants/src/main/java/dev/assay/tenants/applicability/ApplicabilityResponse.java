package dev.assay.tenants.applicability;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client is, and which provisions bind it on a day, with all that this rests on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicabilityResponse(
    @Schema(required = true) LocalDate asOf,
    @Schema(required = true, examples = "sox-applicability-1") String ruleSet,
    @Schema(required = true, description = "0 when nothing was entered.") int version,
    @Schema(required = true) List<EntityKindPeriod> kinds,
    @Nullable String reason,
    @Nullable String enteredBy,
    @Nullable Instant enteredAt,
    @Schema(required = true) List<FilerYearBasis> filerYears,
    @Schema(required = true) List<ProvisionAnswer> provisions) {

  static final String EXAMPLE =
      """
      {"asOf":"2026-11-23","ruleSet":"sox-applicability-1","version":1,
       "kinds":[{"kind":"ISSUER","from":"2022-09-15"}],"reason":"Listed on 15 September 2022.",
       "enteredBy":"5d0c9d3e-6f0e-4f2c-9f5d-0f6a1a3d7b10","enteredAt":"2026-11-23T10:00:00Z",
       "filerYears":[{"fiscalYearEnd":"2026-12-31","ruleSet":"filer-status-2022",
        "filerStatus":"ACCELERATED","management404a":true,"auditor404b":true}],
       "provisions":[{"provision":"SECTION_906","effect":"APPLIES","from":"2022-09-15",
        "reasons":[{"kind":"ISSUER","table":"APPLIES","effect":"APPLIES","from":"2022-09-15",
         "because":"Its officers certify each periodic report with financial statements.",
         "source":"18 USC 1350"}]}]}
      """;

  static ApplicabilityResponse of(
      LocalDate day,
      EntityKinds.Latest latest,
      List<FilerYearBasis> years,
      ApplicabilityTable table) {
    EntityKindsVersion version = latest.version();
    return new ApplicabilityResponse(
        day,
        table.ruleSet(),
        latest.number(),
        latest.periods(),
        version == null ? null : version.reason,
        version == null ? null : version.enteredBy,
        version == null ? null : version.enteredAt,
        years,
        Applicability.on(day, latest.periods(), years, table));
  }
}
