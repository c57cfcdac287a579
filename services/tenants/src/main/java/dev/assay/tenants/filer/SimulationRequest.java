package dev.assay.tenants.filer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to suppose: other inputs, other rules, or both. */
public record SimulationRequest(
    @Schema(required = true, examples = "2026") @NotNull @Min(1900) @Max(9998) Integer fiscalYear,
    @Schema(description = "Left out: the profile that was entered for this year.") @Nullable @Valid
        FilerProfileRequest profile,
    @Schema(
            description = "A rule set by name, also a pending one. Left out: the one in force.",
            examples = "sec-33-11419-proposed")
        @Nullable
        @Size(max = 60)
        String ruleSet) {

  static final String EXAMPLE = "{\"fiscalYear\":2026,\"ruleSet\":\"sec-33-11419-proposed\"}";
}
