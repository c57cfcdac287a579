package dev.assay.tenants.leaver;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenants.person.PersonResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** People who leave an MSP, and its clients with it. */
@Path("/v1/msps/{mspId}/people/{personId}")
@RunOnVirtualThread
public class LeaversOfMspResource {

  private final Leavers leavers;

  LeaversOfMspResource(Leavers leavers) {
    this.leavers = leavers;
  }

  @POST
  @Path("departure")
  @Transactional
  @Idempotent
  @Requires(value = Permission.PERSON_WRITE, fresh = true)
  @Operation(
      operationId = "departPersonOfMsp",
      summary = "Record that somebody leaves: all of their grants here end at once")
  @APIResponse(
      responseCode = "200",
      description = "Disabled. Their account is switched off next, unless somebody still needs it.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PersonResponse.class),
              example = PersonResponse.EXAMPLE))
  public Response departPersonOfMsp(
      UUID mspId, UUID personId, @NotNull @Valid DepartureRequest request) {
    return Response.ok(leavers.depart(mspId, personId, request)).build();
  }

  @POST
  @Path("reinstatement")
  @Transactional
  @Idempotent
  @Requires(value = Permission.PERSON_WRITE, fresh = true)
  @Operation(
      operationId = "reinstatePersonOfMsp",
      summary = "Let a disabled person in again, without any grants")
  @APIResponse(
      responseCode = "200",
      description = "Active. Their account is switched on next.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PersonResponse.class),
              example = PersonResponse.EXAMPLE))
  public Response reinstatePersonOfMsp(
      UUID mspId, UUID personId, @NotNull @Valid ReasonRequest request) {
    return Response.ok(leavers.reinstate(mspId, personId, request.reason())).build();
  }

  @POST
  @Path("sign-out")
  @Transactional
  @Idempotent
  @Requires(value = Permission.PERSON_WRITE, fresh = true)
  @Operation(
      operationId = "signOutPersonOfMsp",
      summary = "End all sessions of a person; they may sign in again")
  @APIResponse(
      responseCode = "200",
      description = "Asked for; the sessions end next, tokens within five minutes of their issue.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PersonResponse.class),
              example = PersonResponse.EXAMPLE))
  public Response signOutPersonOfMsp(UUID mspId, UUID personId) {
    return Response.ok(leavers.signOut(mspId, personId)).build();
  }

  @GET
  @Path("history")
  @Transactional
  @Requires(Permission.GRANT_READ)
  @Operation(
      operationId = "readHistoryOfPersonOfMsp",
      summary = "Who disabled or reinstated a person, when and why")
  @APIResponse(
      responseCode = "200",
      description = "Every decision, the first one first; none for whoever was never disabled.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PersonHistoryResponse.class),
              example = PersonHistoryResponse.EXAMPLE))
  public PersonHistoryResponse readHistoryOfPersonOfMsp(UUID mspId, UUID personId) {
    return leavers.history(mspId, personId);
  }
}
