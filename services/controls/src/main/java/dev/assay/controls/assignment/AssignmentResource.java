package dev.assay.controls.assignment;

import dev.assay.controls.deadline.Answer;
import dev.assay.controls.tenants.FiscalCalendar;
import dev.assay.controls.tenants.Tenants;
import dev.assay.controls.year.ControlExample;
import dev.assay.controls.year.ControlResponse;
import dev.assay.controls.year.YearPath;
import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.FieldError;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Who owns, operates and reviews a control of a year. */
@Path("/v1/clients/{clientId}/years/{fiscalYear}/controls/{controlId}/assignment")
@RunOnVirtualThread
public class AssignmentResource {

  private final Tenants tenants;
  private final AssignControl assignControl;

  AssignmentResource(Tenants tenants, AssignControl assignControl) {
    this.tenants = tenants;
    this.assignControl = assignControl;
  }

  @PUT
  @Requires(Permission.CONTROL_ASSIGN)
  @Operation(
      operationId = "assignControl",
      summary = "Say who owns, operates and reviews a control, and when it is due")
  @APIResponse(
      responseCode = "200",
      description = "The control as it is now",
      headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ControlResponse.class),
              examples = @ExampleObject(name = "control", value = ControlExample.CONTROL)))
  public Response assignControl(
      @PathParam("clientId") UUID clientId,
      @PathParam("fiscalYear") @Min(YearPath.FIRST) @Max(YearPath.LAST) int fiscalYear,
      @PathParam("controlId") String controlId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid AssignmentRequest request) {
    if (request.reviewerOperates()) {
      throw ProblemException.invalid(
          "/reviewerPersonId", "Whoever operates a control does not review it.");
    }
    Map<String, UUID> people = request.people();
    Answer<Set<UUID>> unknown =
        people.isEmpty() ? null : tenants.unknownPeople(clientId, people.values());
    Answer<FiscalCalendar> calendar = request.dueOn() == null ? null : tenants.calendar(clientId);
    if (unknown != null) {
      requireKnown(people, unknown.get());
    }
    if (calendar != null) {
      requireNear(request.dueOn(), fiscalYear, calendar.get());
    }
    return assignControl.assign(fiscalYear, controlId, ifMatch, request.toAssignment());
  }

  private static void requireKnown(Map<String, UUID> people, Set<UUID> unknown) {
    List<FieldError> errors =
        people.entrySet().stream()
            .filter(person -> unknown.contains(person.getValue()))
            .map(
                person ->
                    new FieldError(person.getKey(), "Nobody at this client or its MSP has it."))
            .toList();
    if (!errors.isEmpty()) {
      throw ProblemException.of(
          CommonProblem.INVALID_REQUEST, "Some people are not known here.", errors);
    }
  }

  /** Testing ends some weeks after the year at the latest; a year leaves room for late filers. */
  private static void requireNear(
      @Nullable LocalDate dueOn, int fiscalYear, FiscalCalendar calendar) {
    LocalDate first = calendar.startOf(fiscalYear);
    LocalDate last = calendar.endOf(fiscalYear + 1);
    if (dueOn != null && (dueOn.isBefore(first) || dueOn.isAfter(last))) {
      throw ProblemException.invalid("/dueOn", "Give a date from %s to %s.".formatted(first, last));
    }
  }
}
