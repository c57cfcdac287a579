package dev.assay.tenants.system;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The versions of a system, and the second person's word on each. */
@Path("/v1/clients/{clientId}/systems/{systemId}/versions")
@RunOnVirtualThread
public class VersionResource {

  private final DecideOnSystem decisions;
  private final SystemStandings standings;

  VersionResource(DecideOnSystem decisions, SystemStandings standings) {
    this.decisions = decisions;
    this.standings = standings;
  }

  @GET
  @Transactional
  @Requires(Permission.SYSTEM_READ)
  @Operation(operationId = "listSystemVersions", summary = "List the versions of a system")
  @APIResponse(
      responseCode = "200",
      description = "A page of versions, oldest first.",
      content = @Content(mediaType = "application/json", example = VersionResponse.PAGE_EXAMPLE))
  public Page<VersionResponse> listSystemVersions(
      UUID clientId,
      UUID systemId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "system-versions", clientId, systemId);
    List<VersionStanding> versions = standings.versions(systemId, request);
    if (versions.isEmpty()) {
      // Nothing on record of a system that is there is a list; a system that is not there is none.
      standings.find(systemId);
    }
    return Page.of(versions, request, v -> Long.toString(v.number), VersionResponse::of);
  }

  @POST
  @Path("{version}/approve")
  @Transactional
  @Idempotent
  @Requires(value = Permission.SYSTEM_APPROVE, fresh = true)
  @Operation(
      operationId = "approveSystemVersion",
      summary = "Approve a version that somebody else proposed, with all that waited before it")
  @APIResponse(
      responseCode = "200",
      description = "Approved: it counts from its date, or the system leaves scope on it.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SystemResponse.class),
              example = SystemResponse.EXAMPLE))
  public Response approveSystemVersion(
      UUID clientId, UUID systemId, long version, @NotNull @Valid ApprovalRequest request) {
    return SystemResource.answer(
        decisions.decide(
            clientId, systemId, version, SystemDecision.Verdict.APPROVED, request.reason()));
  }

  @POST
  @Path("{version}/reject")
  @Transactional
  @Idempotent
  @Requires(value = Permission.SYSTEM_APPROVE, fresh = true)
  @Operation(
      operationId = "rejectSystemVersion",
      summary = "Reject a version that somebody else proposed, with all that waited before it")
  @APIResponse(
      responseCode = "200",
      description = "Rejected: what was approved before still counts.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SystemResponse.class),
              example = SystemResponse.EXAMPLE))
  public Response rejectSystemVersion(
      UUID clientId, UUID systemId, long version, @NotNull @Valid RejectionRequest request) {
    return SystemResource.answer(
        decisions.decide(
            clientId, systemId, version, SystemDecision.Verdict.REJECTED, request.reason()));
  }
}
