package dev.assay.tenants.grant;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenancy.permission.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
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

/** Who may do what at one client; executives and auditors only once somebody else approves. */
@Path("/v1/clients/{clientId}/grants")
@RunOnVirtualThread
public class ClientGrantResource {

  private final GrantDecisions decisions;
  private final GrantList list;
  private final Caller caller;

  ClientGrantResource(GrantDecisions decisions, GrantList list, Caller caller) {
    this.decisions = decisions;
    this.list = list;
    this.caller = caller;
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(value = Permission.GRANT_WRITE, fresh = true)
  @Operation(operationId = "makeClientGrant", summary = "Give a role at the client")
  @APIResponse(
      responseCode = "201",
      description = "Given; in force at once unless its status says otherwise.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = GrantResponse.class),
              example = GrantResponse.EXAMPLE))
  public Response makeClientGrant(
      UUID clientId, @NotNull @Valid GrantRequest request, @Context UriInfo uri) {
    GrantResponse made = decisions.grant(here(clientId), request);
    return Response.created(uri.getAbsolutePathBuilder().path(made.id().toString()).build())
        .entity(made)
        .build();
  }

  @GET
  @Transactional
  @Requires(Permission.GRANT_READ)
  @Operation(operationId = "listClientGrants", summary = "List the grants at the client")
  @APIResponse(
      responseCode = "200",
      description = "A page of grants, oldest first, with those that have ended.",
      content = @Content(mediaType = "application/json", example = GrantResponse.PAGE_EXAMPLE))
  public Page<GrantResponse> listClientGrants(
      UUID clientId,
      @Parameter(description = "Grants of this role alone.") @QueryParam("role")
          @Nullable Role role,
      @Parameter(description = "Grants that stand so now.") @QueryParam("status")
          @Nullable GrantStatus status,
      @Parameter(description = "Grants of this person alone.") @QueryParam("person")
          @Nullable UUID person,
      @Parameter(description = "Not revoked, and ending within so many days from now.")
          @QueryParam("expiringWithinDays")
          @Nullable Integer expiringWithinDays,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return list.page(
        clientId, new GrantFilter(role, status, person, expiringWithinDays), limit, cursor);
  }

  @GET
  @Path("{grantId}")
  @Transactional
  @Requires(Permission.GRANT_READ)
  @Operation(operationId = "readClientGrant", summary = "Read one grant")
  @APIResponse(
      responseCode = "200",
      description = "The grant as it stands now.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = GrantResponse.class),
              example = GrantResponse.EXAMPLE))
  public GrantResponse readClientGrant(UUID clientId, UUID grantId) {
    return list.one(grantId);
  }

  @POST
  @Path("{grantId}/approve")
  @Transactional
  @Idempotent
  @Requires(value = Permission.GRANT_APPROVE, fresh = true)
  @Operation(
      operationId = "approveClientGrant",
      summary = "Approve a grant that somebody else made for a third person")
  @APIResponse(
      responseCode = "200",
      description = "Approved.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = GrantResponse.class),
              example = GrantResponse.EXAMPLE))
  public Response approveClientGrant(
      UUID clientId, UUID grantId, @NotNull @Valid DecisionRequest request) {
    return Response.ok(decisions.approve(here(clientId), grantId, request.reason())).build();
  }

  @POST
  @Path("{grantId}/extend")
  @Transactional
  @Idempotent
  @Requires(value = Permission.GRANT_WRITE, fresh = true)
  @Operation(
      operationId = "extendClientGrant",
      summary = "Let a grant that ends be followed by another of the same role")
  @APIResponse(
      responseCode = "201",
      description = "The grant that follows; it begins where the other ends, or now.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = GrantResponse.class),
              example = GrantResponse.EXAMPLE))
  public Response extendClientGrant(
      UUID clientId, UUID grantId, @NotNull @Valid ExtensionRequest request, @Context UriInfo uri) {
    GrantResponse made = decisions.extend(here(clientId), grantId, request);
    return Response.created(uri.getAbsolutePath().resolve("../" + made.id())).entity(made).build();
  }

  @POST
  @Path("{grantId}/revoke")
  @Transactional
  @Idempotent
  @Requires(value = Permission.GRANT_REVOKE, fresh = true)
  @Operation(operationId = "revokeClientGrant", summary = "Take a role away, at once and for good")
  @APIResponse(
      responseCode = "200",
      description = "Revoked.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = GrantResponse.class),
              example = GrantResponse.EXAMPLE))
  public Response revokeClientGrant(
      UUID clientId, UUID grantId, @NotNull @Valid DecisionRequest request) {
    return Response.ok(decisions.revoke(here(clientId), grantId, request.reason())).build();
  }

  private GrantPlaceIds here(UUID clientId) {
    return new GrantPlaceIds(caller.grant().mspId(), clientId);
  }
}
