package dev.assay.controls.year;

import dev.assay.controls.library.Domain;
import dev.assay.controls.library.Library;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The controls of a client's fiscal year. */
@Path("/v1/clients/{clientId}/years/{fiscalYear}/controls")
@RunOnVirtualThread
public class ControlResource {

  private final ControlStandings standings;
  private final Library library;

  ControlResource(ControlStandings standings, Library library) {
    this.standings = standings;
    this.library = library;
  }

  @GET
  @Transactional
  @Requires(Permission.CONTROL_READ)
  @Operation(operationId = "listControls", summary = "Controls of a year and where they stand")
  @APIResponse(
      responseCode = "200",
      description = "A page of controls, by id; empty while the library is not applied",
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "page", value = ControlExample.PAGE)))
  public Page<ControlResponse> list(
      @PathParam("clientId") UUID clientId,
      @PathParam("fiscalYear") @Min(YearPath.FIRST) @Max(YearPath.LAST) int fiscalYear,
      @QueryParam("domain") @Nullable Domain domain,
      @QueryParam("status") @Nullable ControlStatus status,
      @QueryParam("owner") @Nullable UUID owner,
      @QueryParam("awaitingReview") @Nullable Boolean awaitingReview,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var filter = new ControlFilter(domain, status, owner, awaitingReview);
    var page = PageRequest.of(limit, cursor, "controls", clientId, fiscalYear, filter);
    return Page.of(
        standings.page(fiscalYear, filter, page),
        page,
        ControlStanding::controlId,
        standing -> ControlResponse.of(standing, library));
  }

  @GET
  @Path("/{controlId}")
  @Transactional
  @Requires(Permission.CONTROL_READ)
  @Operation(operationId = "getControl", summary = "One control of a year and where it stands")
  @APIResponse(
      responseCode = "200",
      description = "The control; its ETag is the If-Match of an assignment",
      headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ControlResponse.class),
              examples = @ExampleObject(name = "control", value = ControlExample.CONTROL)))
  public Response get(
      @PathParam("clientId") UUID clientId,
      @PathParam("fiscalYear") @Min(YearPath.FIRST) @Max(YearPath.LAST) int fiscalYear,
      @PathParam("controlId") String controlId) {
    ControlStanding standing =
        standings.find(fiscalYear, controlId).orElseThrow(ProblemException::notFound);
    return Response.ok(ControlResponse.of(standing, library))
        .header("ETag", new EntityTag(standing.version()))
        .build();
  }
}
