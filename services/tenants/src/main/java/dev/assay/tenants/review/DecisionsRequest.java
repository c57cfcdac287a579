package dev.assay.tenants.review;

import dev.assay.tenancy.permission.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Decisions on lines of one review: all of them are taken, or none. */
public record DecisionsRequest(@NotEmpty @Size(max = 200) List<@NotNull @Valid Line> decisions) {

  /**
   * A decision on one line.
   *
   * @param changeTo the role that is to take the place of this one, maybe the same with another
   *     end; only with CHANGE
   */
  @Schema(name = "AccessReviewLineDecision")
  public record Line(
      @NotNull UUID grantId,
      @NotNull Decision decision,
      @Nullable Role changeTo,
      @Schema(examples = "Still works on the ledger migration.") @NotBlank @Size(max = 1000)
          String reason) {}
}
