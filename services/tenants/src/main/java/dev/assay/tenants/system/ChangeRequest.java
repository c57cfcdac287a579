package dev.assay.tenants.system;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens to a system.
 *
 * @param kind any but RETIREMENT
 * @param effectiveOn when it happens; not before the system was in scope
 * @param replacedBy the system that takes over; with REPLACEMENT, and only then
 * @param material whether scope is touched, which only an UPGRADE or OTHER may deny; left out, yes
 * @param system the system as it is from then on; left out, as it was
 */
@Schema(name = "SystemChangeRequest")
public record ChangeRequest(
    @NotNull ChangeKind kind,
    @Schema(examples = "2026-12-01") @NotNull LocalDate effectiveOn,
    @Schema(examples = "Moves to the vendor's cloud over the weekend.")
        @NotBlank
        @Worded
        @Size(max = 2000)
        String description,
    @Nullable UUID replacedBy,
    @Nullable Boolean material,
    @Valid @Nullable SystemRequest system) {

  boolean deniesToBeMaterial() {
    return Boolean.FALSE.equals(material);
  }
}
