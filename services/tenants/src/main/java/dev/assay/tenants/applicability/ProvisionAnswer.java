package dev.assay.tenants.applicability;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether one provision binds a client on a day: the strongest of its reasons.
 *
 * @param from the earliest day of those reasons; null where it does not apply
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProvisionAnswer(
    @Schema(required = true) Provision provision,
    @Schema(required = true) Effect effect,
    @Nullable LocalDate from,
    @Schema(required = true) List<ApplicabilityReason> reasons) {

  static ProvisionAnswer of(Provision provision, List<ApplicabilityReason> reasons) {
    Effect strongest =
        reasons.stream().map(ApplicabilityReason::effect).sorted().findFirst().orElseThrow();
    LocalDate from =
        reasons.stream()
            .filter(reason -> reason.effect() == strongest)
            .map(ApplicabilityReason::from)
            .filter(Objects::nonNull)
            .sorted()
            .findFirst()
            .orElse(null);
    return new ProvisionAnswer(provision, strongest, from, List.copyOf(reasons));
  }
}
