package dev.assay.tenants.system;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What happens to the client's systems, for those who review scope because of it. */
@Path("/v1/clients/{clientId}")
@RunOnVirtualThread
public class ChangeResource {

  private final RecordChange record;
  private final SystemChanges changes;

  ChangeResource(RecordChange record, SystemChanges changes) {
    this.record = record;
    this.changes = changes;
  }

  @POST
  @Path("systems/{systemId}/changes")
  @Transactional
  @Idempotent
  @Requires(Permission.SYSTEM_WRITE)
  @Operation(
      operationId = "recordSystemChange",
      summary = "Record what happens to a system; what touches scope waits for approval")
  @APIResponse(
      responseCode = "201",
      description = "Recorded.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ChangeResponse.class),
              example = ChangeResponse.EXAMPLE))
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
  @APIResponse(responseCode = "428", ref = "#/components/responses/Problem428")
  public Response recordSystemChange(
      UUID clientId,
      UUID systemId,
      @Parameter(description = "Needed when the change puts the system anew.")
          @HeaderParam("If-Match")
          @Nullable String ifMatch,
      @NotNull @Valid ChangeRequest request,
      @Context UriInfo uri) {
    SystemChange change = record.record(clientId, systemId, ifMatch, request);
    return Response.created(
            uri.getBaseUriBuilder()
                .path("v1/clients")
                .path(clientId.toString())
                .path("system-changes")
                .path(change.id.toString())
                .build())
        .entity(ChangeResponse.of(change))
        .build();
  }

  @GET
  @Path("system-changes")
  @Transactional
  @Requires(Permission.SYSTEM_READ)
  @Operation(
      operationId = "listSystemChanges",
      summary = "Follow what happens to the client's systems")
  @APIResponse(
      responseCode = "200",
      description = "A page of changes in the order in which they became known; none is missed.",
      content = @Content(mediaType = "application/json", example = ChangeResponse.PAGE_EXAMPLE))
  public Page<ChangeResponse> listSystemChanges(
      UUID clientId,
      @Parameter(description = "The position of the last change that the caller knows.")
          @QueryParam("after")
          @DefaultValue("0")
          @Min(0)
          long after,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "system-changes", clientId, after);
    return Page.of(
        changes.page(after, request), request, c -> Long.toString(c.position), ChangeResponse::of);
  }

  @GET
  @Path("system-changes/{changeId}")
  @Transactional
  @Requires(Permission.SYSTEM_READ)
  @Operation(operationId = "readSystemChange", summary = "Read one change")
  @APIResponse(
      responseCode = "200",
      description = "The change.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ChangeResponse.class),
              example = ChangeResponse.EXAMPLE))
  public ChangeResponse readSystemChange(UUID clientId, UUID changeId) {
    return changes.find(changeId).map(ChangeResponse::of).orElseThrow(ProblemException::notFound);
  }
}
