package dev.assay.tenants.filer.rule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Rules that may come to be in force, to be simulated until somebody else adopts them. */
public record RuleSetRequest(
    @Schema(required = true, examples = "sec-33-11419-proposed")
        @NotNull
        @Pattern(
            regexp = "[a-z0-9][a-z0-9-]{2,59}",
            message = "Use 3 to 60 small letters, digits and hyphens, a letter or digit first.")
        String ruleSet,
    @Schema(required = true, description = "The day that is proposed; adoption names its own.")
        @NotNull
        LocalDate effectiveFrom,
    @Schema(required = true, examples = "Release 33-11419, proposed on 19 May 2026")
        @NotBlank
        @Size(max = 2000)
        String source,
    @Schema(required = true) @NotNull @Valid FilerRules rules) {}
