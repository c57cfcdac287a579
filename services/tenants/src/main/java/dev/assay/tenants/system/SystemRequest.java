package dev.assay.tenants.system;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An in-scope system as it is to be, whole.
 *
 * @param rationale why the system matters to ICFR
 * @param supports the accounts or processes that rest on it
 * @param vendorName who makes or runs it, in words
 * @param vendorId the vendor's record, where there is one
 * @param ownerPersonId a person of the client or of its MSP
 * @param runsOn systems of this client that it runs on
 * @param storesDataIn systems of this client that hold its data
 * @param effectiveOn from when this holds
 */
public record SystemRequest(
    @Schema(examples = "General ledger", pattern = "\\S") @NotNull @Worded @Size(max = 200)
        String name,
    @NotNull InScopeSystem.Kind kind,
    @NotNull InScopeSystem.Hosting hosting,
    @Schema(examples = "All journal entries are posted here.", pattern = "\\S")
        @NotNull
        @Worded
        @Size(max = 2000)
        String rationale,
    @Schema(examples = "Revenue; trade receivables")
        @Pattern(regexp = "[^\\x00]*", message = "The character NUL is not text.")
        @Size(max = 2000)
        @Nullable String supports,
    @Schema(examples = "Ledger Works (demo)", pattern = "\\S") @Worded @Size(max = 200)
        @Nullable String vendorName,
    @Nullable UUID vendorId,
    @Nullable UUID ownerPersonId,
    @Size(max = MOST_RELATIONS) @Nullable List<@NotNull UUID> runsOn,
    @Size(max = MOST_RELATIONS) @Nullable List<@NotNull UUID> storesDataIn,
    @Schema(
            description =
                "Left out: today at the client, or the date of the version that still waits for"
                    + " approval.",
            examples = "2026-01-01")
        @Nullable LocalDate effectiveOn) {

  private static final int MOST_RELATIONS = 50;

  List<UUID> runsOnSystems() {
    return runsOn == null ? List.of() : runsOn;
  }

  List<UUID> storesDataInSystems() {
    return storesDataIn == null ? List.of() : storesDataIn;
  }
}
