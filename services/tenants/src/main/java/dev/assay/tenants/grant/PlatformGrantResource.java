package dev.assay.tenants.grant;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenancy.scope.TenantScope;
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

/** Who operates the platform. */
@Path("/v1/platform/grants")
@RunOnVirtualThread
public class PlatformGrantResource {

  private final GrantDecisions decisions;
  private final GrantList list;

  PlatformGrantResource(GrantDecisions decisions, GrantList list) {
    this.decisions = decisions;
    this.list = list;
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(value = Permission.PLATFORM_GRANT, fresh = true)
  @Operation(operationId = "makePlatformGrant", summary = "Make somebody a platform operator")
  @APIResponse(
      responseCode = "201",
      description = "Given; in force from its beginning.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = GrantResponse.class),
              example = GrantResponse.EXAMPLE))
  public Response makePlatformGrant(@NotNull @Valid GrantRequest request, @Context UriInfo uri) {
    GrantResponse made = decisions.grant(GrantPlaceIds.PLATFORM, request);
    return Response.created(uri.getAbsolutePathBuilder().path(made.id().toString()).build())
        .entity(made)
        .build();
  }

  @GET
  @Transactional
  @Requires(Permission.GRANT_READ)
  @Operation(operationId = "listPlatformGrants", summary = "List the grants at the platform")
  @APIResponse(
      responseCode = "200",
      description = "A page of grants, oldest first, with those that have ended.",
      content = @Content(mediaType = "application/json", example = GrantResponse.PAGE_EXAMPLE))
  public Page<GrantResponse> listPlatformGrants(
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
        TenantScope.PLATFORM_ID,
        new GrantFilter(role, status, person, expiringWithinDays),
        limit,
        cursor);
  }

  @GET
  @Path("{grantId}")
  @Transactional
  @Requires(Permission.GRANT_READ)
  @Operation(operationId = "readPlatformGrant", summary = "Read one grant")
  @APIResponse(
      responseCode = "200",
      description = "The grant as it stands now.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = GrantResponse.class),
              example = GrantResponse.EXAMPLE))
  public GrantResponse readPlatformGrant(UUID grantId) {
    return list.one(grantId);
  }

  @POST
  @Path("{grantId}/extend")
  @Transactional
  @Idempotent
  @Requires(value = Permission.PLATFORM_GRANT, fresh = true)
  @Operation(
      operationId = "extendPlatformGrant",
      summary = "Let a grant that ends be followed by another of the same role")
  @APIResponse(
      responseCode = "201",
      description = "The grant that follows; it begins where the other ends, or now.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = GrantResponse.class),
              example = GrantResponse.EXAMPLE))
  public Response extendPlatformGrant(
      UUID grantId, @NotNull @Valid ExtensionRequest request, @Context UriInfo uri) {
    GrantResponse made = decisions.extend(GrantPlaceIds.PLATFORM, grantId, request);
    return Response.created(uri.getAbsolutePath().resolve("../" + made.id())).entity(made).build();
  }

  @POST
  @Path("{grantId}/revoke")
  @Transactional
  @Idempotent
  @Requires(value = Permission.PLATFORM_GRANT, fresh = true)
  @Operation(
      operationId = "revokePlatformGrant",
      summary = "Take a role away, at once and for good")
  @APIResponse(
      responseCode = "200",
      description = "Revoked.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = GrantResponse.class),
              example = GrantResponse.EXAMPLE))
  public Response revokePlatformGrant(UUID grantId, @NotNull @Valid DecisionRequest request) {
    return Response.ok(decisions.revoke(GrantPlaceIds.PLATFORM, grantId, request.reason())).build();
  }
}
