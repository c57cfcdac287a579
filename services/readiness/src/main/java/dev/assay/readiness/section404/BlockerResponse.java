package dev.assay.readiness.section404;

import dev.assay.readiness.blocker.Blocker;
import dev.assay.readiness.blocker.Blocker.Subject;
import dev.assay.readiness.blocker.BlockerCode;
import dev.assay.readiness.year.YearControl;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that is left to do before management can conclude. */
@Schema(name = "Blocker", description = "Its owner is null while nobody answers for it.")
record BlockerResponse(
    @Schema(required = true) BlockerCode code,
    @Schema(required = true, description = "What it means, in plain words.") String title,
    @Schema(required = true, nullable = true, description = "Null when it concerns the whole year.")
        @Nullable String controlId,
    @Schema(required = true, nullable = true) @Nullable String controlTitle,
    @Schema(required = true, nullable = true) @Nullable Owner owner,
    @Schema(required = true, nullable = true, description = "Null while no date is set.")
        @Nullable LocalDate dueOn,
    @Schema(required = true, description = "Whether the due date has passed at the client's place.")
        boolean overdue) {

  /** Who answers for a control. */
  @Schema(name = "Owner")
  record Owner(
      @Schema(required = true) UUID personId,
      @Schema(
              required = true,
              nullable = true,
              description = "Null when the person is no longer listed for this client.")
          @Nullable String displayName) {}

  static BlockerResponse of(Blocker blocker, View404 view, Map<String, YearControl> controls) {
    YearControl control =
        blocker.subject() instanceof Subject.OfControl(String id) ? controls.get(id) : null;
    LocalDate dueOn = control == null ? null : control.dueOn();
    return new BlockerResponse(
        blocker.code(),
        BlockerTitle.of(blocker, control, view.facts().programme()),
        control == null ? null : control.standing().controlId(),
        control == null ? null : control.title(),
        owner(control, view.facts().people()),
        dueOn,
        dueOn != null && dueOn.isBefore(view.today()));
  }

  private static @Nullable Owner owner(@Nullable YearControl control, Map<UUID, String> people) {
    UUID personId = control == null ? null : control.ownerPersonId();
    return personId == null ? null : new Owner(personId, people.get(personId));
  }
}
