package dev.assay.controls.assignment;

import dev.assay.controls.year.Assignment;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who does what with a control, whole: what is left out is nobody, or no date. */
@Schema(name = "ControlAssignment")
public record AssignmentRequest(
    @Schema(nullable = true) @Nullable UUID ownerPersonId,
    @Schema(nullable = true) @Nullable UUID operatorPersonId,
    @Schema(nullable = true) @Nullable UUID reviewerPersonId,
    @Schema(nullable = true) @Nullable LocalDate dueOn) {

  boolean reviewerOperates() {
    return operatorPersonId != null && operatorPersonId.equals(reviewerPersonId);
  }

  /** The people named, by the pointer of their field. */
  Map<String, UUID> people() {
    Map<String, UUID> people = new LinkedHashMap<>();
    put(people, "/ownerPersonId", ownerPersonId);
    put(people, "/operatorPersonId", operatorPersonId);
    put(people, "/reviewerPersonId", reviewerPersonId);
    return people;
  }

  Assignment toAssignment() {
    return new Assignment(ownerPersonId, operatorPersonId, reviewerPersonId, dueOn);
  }

  private static void put(Map<String, UUID> people, String pointer, @Nullable UUID person) {
    if (person != null) {
      people.put(pointer, person);
    }
  }
}
