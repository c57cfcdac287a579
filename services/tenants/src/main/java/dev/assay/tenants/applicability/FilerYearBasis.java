package dev.assay.tenants.applicability;

import dev.assay.tenants.client.FilerStatus;
import dev.assay.tenants.filer.status.FilerStatusAnswer;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the filer profile of one fiscal year says, as far as it decides here. */
public record FilerYearBasis(
    @Schema(required = true) LocalDate fiscalYearEnd,
    @Schema(required = true) String ruleSet,
    @Schema(required = true) FilerStatus filerStatus,
    @Schema(required = true) boolean management404a,
    @Schema(required = true) boolean auditor404b) {

  static FilerYearBasis of(FilerStatusAnswer answer) {
    return new FilerYearBasis(
        answer.inputs().fiscalYearEnd(),
        answer.ruleSet(),
        answer.filerStatus(),
        answer.management404a(),
        answer.auditor404b());
  }
}
