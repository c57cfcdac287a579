package dev.assay.tenants.client;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A client as it is to be, whole: what is left out is taken away. */
public record ClientRequest(
    @Schema(examples = "Copperfield Instruments (demo)") @NotBlank @Size(max = 200)
        String legalName,
    @Schema(description = "With which the fiscal calendar begins; changes are recorded there.")
        @NotNull
        @Valid
        FiscalYearEnd fiscalYearEnd,
    @Schema(examples = "America/New_York") @NotNull @IanaTimeZone String timeZone,
    @Schema(description = "Shown until there is a filer profile, from which it is derived.")
        @Nullable FilerStatus filerStatus) {}
