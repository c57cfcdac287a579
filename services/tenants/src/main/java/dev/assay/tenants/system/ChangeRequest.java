package dev.assay.tenants.system;

import dev.assay.http.problem.ProblemException;
import jakarta.validation.Valid;
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
    @Schema(examples = "Moves to the vendor's cloud over the weekend.", pattern = "\\S")
        @NotNull
        @Worded
        @Size(max = 2000)
        String description,
    @Nullable UUID replacedBy,
    @Nullable Boolean material,
    @Valid @Nullable SystemRequest system) {

  /**
   * Ends the request when its parts contradict each other.
   *
   * @throws ProblemException 400 with the field to change
   */
  void requireConsistent() {
    if (kind == ChangeKind.RETIREMENT) {
      throw ProblemException.invalid("/kind", "Retire the system instead.");
    }
    if (!EffectiveDate.possible(effectiveOn)) {
      throw ProblemException.invalid("/effectiveOn", EffectiveDate.BOUNDS);
    }
    if ((kind == ChangeKind.REPLACEMENT) != (replacedBy != null)) {
      throw ProblemException.invalid(
          "/replacedBy", "Name the system that takes over with a REPLACEMENT, and only then.");
    }
    if (deniesToBeMaterial() && !kind.mayBeImmaterial()) {
      throw ProblemException.invalid("/material", "A " + kind + " always touches scope.");
    }
    if (deniesToBeMaterial() && system != null) {
      throw ProblemException.invalid(
          "/material", "A change that puts the system anew is material.");
    }
    if (system != null && system.effectiveOn() != null) {
      throw ProblemException.invalid(
          "/system/effectiveOn", "It holds from the change's effectiveOn; leave it out here.");
    }
  }

  boolean deniesToBeMaterial() {
    return Boolean.FALSE.equals(material);
  }
}
