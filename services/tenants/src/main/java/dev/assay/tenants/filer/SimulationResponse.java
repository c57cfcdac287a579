package dev.assay.tenants.filer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.filer.rule.RuleSetState;
import dev.assay.tenants.filer.status.FilerStatusAnswer;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What would be so, kept nowhere.
 *
 * @param inForce the same inputs under the rules that decide at that fiscal year-end; null where
 *     none are known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SimulationResponse(
    @Schema(required = true) int fiscalYear,
    @Schema(required = true) RuleSetState ruleSetState,
    @Schema(required = true) LocalDate ruleSetEffectiveFrom,
    @Schema(required = true) FilerStatusAnswer simulated,
    @Nullable FilerStatusAnswer inForce) {

  static final String EXAMPLE =
      "{\"fiscalYear\":2026,\"ruleSetState\":\"ADOPTED\",\"ruleSetEffectiveFrom\":\"2022-09-20\","
          + "\"simulated\":"
          + FilerProfileResponse.STATUS_EXAMPLE
          + ",\"inForce\":"
          + FilerProfileResponse.STATUS_EXAMPLE
          + "}";
}
