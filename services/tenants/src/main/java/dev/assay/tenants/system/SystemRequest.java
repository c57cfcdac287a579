package dev.assay.tenants.system;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An in-scope system as it is to be, whole.
 *
 * @param rationale why the system matters to ICFR
 * @param supports the accounts or processes that rest on it
 */
public record SystemRequest(
    @Schema(examples = "General ledger") @NotBlank @Size(max = 200) String name,
    @NotNull InScopeSystem.Kind kind,
    @NotNull InScopeSystem.Hosting hosting,
    @Schema(examples = "All journal entries are posted here.") @NotBlank @Size(max = 2000)
        String rationale,
    @Schema(examples = "Revenue; trade receivables") @Size(max = 2000) @Nullable String supports) {}
