package dev.assay.tenants.invitation;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenancy.permission.Role.Side;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Inviting people to operate the platform. */
@Path("/v1/platform/invitations")
@RunOnVirtualThread
public class InvitationsOfPlatformResource {

  private final Inviting inviting;
  private final InvitationViews views;

  InvitationsOfPlatformResource(Inviting inviting, InvitationViews views) {
    this.inviting = inviting;
    this.views = views;
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(value = Permission.PERSON_WRITE, fresh = true)
  @Operation(operationId = "inviteToPlatform", summary = "Invite somebody to operate the platform")
  @APIResponse(
      responseCode = "201",
      description = "Invited. Their account and the mail to them come next; delivery says how far.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = InvitationResponse.class),
              example = InvitationResponse.MADE_EXAMPLE))
  public Response inviteToPlatform(
      @NotNull @Valid InvitationRequest request, @Context UriInfo uri) {
    InvitationResponse made = inviting.invite(TenantScope.PLATFORM_ID, Side.PLATFORM, request);
    return Response.created(uri.getAbsolutePathBuilder().path(made.id().toString()).build())
        .entity(made)
        .build();
  }

  @GET
  @Transactional
  @Requires(Permission.PERSON_WRITE)
  @Operation(operationId = "listInvitationsToPlatform", summary = "List the invitations")
  @APIResponse(
      responseCode = "200",
      description = "A page of invitations, oldest first, with those that have ended.",
      content = @Content(mediaType = "application/json", example = InvitationResponse.PAGE_EXAMPLE))
  public Page<InvitationResponse> listInvitationsToPlatform(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    return views.page(TenantScope.PLATFORM_ID, limit, cursor);
  }

  @GET
  @Path("{invitationId}")
  @Transactional
  @Requires(Permission.PERSON_WRITE)
  @Operation(operationId = "readInvitationToPlatform", summary = "Read one invitation")
  @APIResponse(
      responseCode = "200",
      description = "The invitation as it stands now.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = InvitationResponse.class),
              example = InvitationResponse.EXAMPLE))
  public InvitationResponse readInvitationToPlatform(UUID invitationId) {
    return views.one(invitationId);
  }

  @POST
  @Path("{invitationId}/send")
  @Transactional
  @Idempotent
  @Requires(value = Permission.PERSON_WRITE, fresh = true)
  @Operation(
      operationId = "sendInvitationToPlatformAgain",
      summary = "Send an open invitation again; its time starts anew")
  @APIResponse(
      responseCode = "200",
      description = "Asked for; delivery says how far it is.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = InvitationResponse.class),
              example = InvitationResponse.MADE_EXAMPLE))
  public Response sendInvitationToPlatformAgain(UUID invitationId) {
    return Response.ok(inviting.sendAgain(invitationId)).build();
  }

  @POST
  @Path("{invitationId}/withdraw")
  @Transactional
  @Idempotent
  @Requires(value = Permission.PERSON_WRITE, fresh = true)
  @Operation(
      operationId = "withdrawInvitationToPlatform",
      summary = "Withdraw an open invitation; whoever was invited is disabled")
  @APIResponse(
      responseCode = "200",
      description = "Withdrawn.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = InvitationResponse.class),
              example = InvitationResponse.MADE_EXAMPLE))
  public Response withdrawInvitationToPlatform(
      UUID invitationId, @NotNull @Valid WithdrawalRequest request) {
    return Response.ok(inviting.withdraw(invitationId, request.reason())).build();
  }
}
