package dev.assay.controls.conclusion;

import dev.assay.controls.evidence.Evidence;
import dev.assay.controls.evidence.SealedFile;
import dev.assay.controls.tenants.FiscalCalendar;
import dev.assay.controls.tenants.Tenants;
import dev.assay.controls.year.YearPath;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Concluding on a control, and having the conclusion reviewed. */
@Path("/v1/clients/{clientId}/years/{fiscalYear}/controls/{controlId}/conclusions")
@RunOnVirtualThread
public class ConclusionResource {

  private final Evidence evidence;
  private final Tenants tenants;
  private final RecordConclusion recordConclusion;
  private final ReviewConclusion reviewConclusion;
  private final Clock clock;

  ConclusionResource(
      Evidence evidence,
      Tenants tenants,
      RecordConclusion recordConclusion,
      ReviewConclusion reviewConclusion,
      Clock clock) {
    this.evidence = evidence;
    this.tenants = tenants;
    this.recordConclusion = recordConclusion;
    this.reviewConclusion = reviewConclusion;
    this.clock = clock;
  }

  @POST
  @Requires(value = Permission.CONTROL_CONCLUDE, fresh = true)
  @Operation(
      operationId = "concludeControl",
      summary = "Conclude on a control, on sealed evidence",
      description =
          "Only somebody who does not operate the control may conclude. EFFECTIVE needs at least"
              + " one sealed file. The control's status changes once a reviewer accepts.")
  @APIResponse(
      responseCode = "201",
      description = "The conclusion; it waits for its review",
      headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ConclusionResponse.class),
              examples = @ExampleObject(name = "conclusion", value = ConclusionExample.CONCLUSION)))
  public Response concludeControl(
      @PathParam("clientId") UUID clientId,
      @PathParam("fiscalYear") @Min(YearPath.FIRST) @Max(YearPath.LAST) int fiscalYear,
      @PathParam("controlId") String controlId,
      @NotNull @Valid ConclusionRequest request,
      @Context UriInfo uri) {
    requireFiles(request);
    var files = evidence.sealed(clientId, request.files());
    requireInYear(request.concludedOn(), fiscalYear, tenants.calendar(clientId).get());
    List<SealedFile> sealed = files.get();
    return recordConclusion.recordConclusion(
        fiscalYear, controlId, uri.getRequestUri(), request, sealed);
  }

  @POST
  @Path("/{conclusionId}/review")
  @Requires(value = Permission.CONTROL_REVIEW, fresh = true)
  @Operation(
      operationId = "reviewConclusion",
      summary = "Accept a conclusion or return it",
      description = "Only somebody who neither concluded nor operates the control may review.")
  @APIResponse(
      responseCode = "200",
      description = "The conclusion with its review",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ConclusionResponse.class),
              examples = @ExampleObject(name = "conclusion", value = ConclusionExample.CONCLUSION)))
  public Response reviewConclusion(
      @PathParam("clientId") UUID clientId,
      @PathParam("fiscalYear") @Min(YearPath.FIRST) @Max(YearPath.LAST) int fiscalYear,
      @PathParam("controlId") String controlId,
      @PathParam("conclusionId") UUID conclusionId,
      @NotNull @Valid ReviewRequest request) {
    if (request.decision() == Decision.RETURNED && request.strippedNote() == null) {
      throw ProblemException.invalid("/note", "Say why it is returned.");
    }
    return reviewConclusion.reviewConclusion(fiscalYear, controlId, conclusionId, request);
  }

  private static void requireFiles(ConclusionRequest request) {
    if (request.status().givesAssurance() && request.files().isEmpty()) {
      throw ProblemException.invalid("/evidence", "EFFECTIVE needs at least one sealed file.");
    }
    if (request.namesAFileTwice()) {
      throw ProblemException.invalid("/evidence", "Name each file once.");
    }
  }

  private void requireInYear(LocalDate on, int fiscalYear, FiscalCalendar calendar) {
    LocalDate first = calendar.startOf(fiscalYear);
    LocalDate today = calendar.dayOf(clock.instant());
    if (on.isBefore(first) || on.isAfter(today)) {
      throw ProblemException.invalid(
          "/concludedOn",
          on.isAfter(today)
              ? "This day has not come at the client's place; today is %s.".formatted(today)
              : "The fiscal year began on %s.".formatted(first));
    }
  }
}
