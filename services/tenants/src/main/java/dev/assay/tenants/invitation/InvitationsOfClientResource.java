package dev.assay.tenants.invitation;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenancy.permission.Role.Side;
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

/** Inviting the people of a client. */
@Path("/v1/clients/{clientId}/invitations")
@RunOnVirtualThread
public class InvitationsOfClientResource {

  private final Inviting inviting;
  private final InvitationViews views;

  InvitationsOfClientResource(Inviting inviting, InvitationViews views) {
    this.inviting = inviting;
    this.views = views;
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(value = Permission.PERSON_WRITE, fresh = true)
  @Operation(operationId = "inviteToClient", summary = "Invite one of the people of the client")
  @APIResponse(
      responseCode = "201",
      description = "Invited. Their account and the mail to them come next; delivery says how far.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = InvitationResponse.class),
              example = InvitationResponse.MADE_EXAMPLE))
  public Response inviteToClient(
      UUID clientId, @NotNull @Valid InvitationRequest request, @Context UriInfo uri) {
    InvitationResponse made = inviting.invite(clientId, Side.CLIENT, request);
    return Response.created(uri.getAbsolutePathBuilder().path(made.id().toString()).build())
        .entity(made)
        .build();
  }

  @GET
  @Transactional
  @Requires(Permission.PERSON_WRITE)
  @Operation(operationId = "listInvitationsToClient", summary = "List the invitations")
  @APIResponse(
      responseCode = "200",
      description = "A page of invitations, oldest first, with those that have ended.",
      content = @Content(mediaType = "application/json", example = InvitationResponse.PAGE_EXAMPLE))
  public Page<InvitationResponse> listInvitationsToClient(
      UUID clientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return views.page(clientId, limit, cursor);
  }

  @GET
  @Path("{invitationId}")
  @Transactional
  @Requires(Permission.PERSON_WRITE)
  @Operation(operationId = "readInvitationToClient", summary = "Read one invitation")
  @APIResponse(
      responseCode = "200",
      description = "The invitation as it stands now.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = InvitationResponse.class),
              example = InvitationResponse.EXAMPLE))
  public InvitationResponse readInvitationToClient(UUID clientId, UUID invitationId) {
    return views.one(invitationId);
  }

  @POST
  @Path("{invitationId}/send")
  @Transactional
  @Idempotent
  @Requires(value = Permission.PERSON_WRITE, fresh = true)
  @Operation(
      operationId = "sendInvitationToClientAgain",
      summary = "Send an open invitation again; its time starts anew")
  @APIResponse(
      responseCode = "200",
      description = "Asked for; delivery says how far it is.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = InvitationResponse.class),
              example = InvitationResponse.MADE_EXAMPLE))
  public Response sendInvitationToClientAgain(UUID clientId, UUID invitationId) {
    return Response.ok(inviting.sendAgain(invitationId)).build();
  }

  @POST
  @Path("{invitationId}/withdraw")
  @Transactional
  @Idempotent
  @Requires(value = Permission.PERSON_WRITE, fresh = true)
  @Operation(
      operationId = "withdrawInvitationToClient",
      summary = "Withdraw an open invitation; whoever was invited is disabled")
  @APIResponse(
      responseCode = "200",
      description = "Withdrawn.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = InvitationResponse.class),
              example = InvitationResponse.MADE_EXAMPLE))
  public Response withdrawInvitationToClient(
      UUID clientId, UUID invitationId, @NotNull @Valid WithdrawalRequest request) {
    return Response.ok(inviting.withdraw(invitationId, request.reason())).build();
  }
}
