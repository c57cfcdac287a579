package dev.assay.tenants.leaver;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenancy.scope.TenantScope;
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

/** People who leave the platform's operation. */
@Path("/v1/platform/people/{personId}")
@RunOnVirtualThread
public class LeaversOfPlatformResource {

  private final Leavers leavers;

  LeaversOfPlatformResource(Leavers leavers) {
    this.leavers = leavers;
  }

  @POST
  @Path("departure")
  @Transactional
  @Idempotent
  @Requires(value = Permission.PERSON_WRITE, fresh = true)
  @Operation(
      operationId = "departPersonOfPlatform",
      summary = "Record that somebody leaves: all of their grants here end at once")
  @APIResponse(
      responseCode = "200",
      description = "Disabled. Their account is switched off next, unless somebody still needs it.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PersonResponse.class),
              example = PersonResponse.EXAMPLE))
  public Response departPersonOfPlatform(UUID personId, @NotNull @Valid DepartureRequest request) {
    return Response.ok(leavers.depart(TenantScope.PLATFORM_ID, personId, request)).build();
  }

  @POST
  @Path("reinstatement")
  @Transactional
  @Idempotent
  @Requires(value = Permission.PERSON_WRITE, fresh = true)
  @Operation(
      operationId = "reinstatePersonOfPlatform",
      summary = "Let a disabled person in again, without any grants")
  @APIResponse(
      responseCode = "200",
      description = "Active. Their account is switched on next.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PersonResponse.class),
              example = PersonResponse.EXAMPLE))
  public Response reinstatePersonOfPlatform(UUID personId, @NotNull @Valid ReasonRequest request) {
    return Response.ok(leavers.reinstate(TenantScope.PLATFORM_ID, personId, request.reason()))
        .build();
  }

  @POST
  @Path("sign-out")
  @Transactional
  @Idempotent
  @Requires(value = Permission.PERSON_WRITE, fresh = true)
  @Operation(
      operationId = "signOutPersonOfPlatform",
      summary = "End all sessions of a person; they may sign in again")
  @APIResponse(
      responseCode = "200",
      description = "Asked for; the sessions end next, tokens within five minutes of their issue.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PersonResponse.class),
              example = PersonResponse.EXAMPLE))
  public Response signOutPersonOfPlatform(UUID personId) {
    return Response.ok(leavers.signOut(TenantScope.PLATFORM_ID, personId)).build();
  }

  @GET
  @Path("history")
  @Transactional
  @Requires(Permission.GRANT_READ)
  @Operation(
      operationId = "readHistoryOfPersonOfPlatform",
      summary = "Who disabled or reinstated a person, when and why")
  @APIResponse(
      responseCode = "200",
      description = "Every decision, the first one first; none for whoever was never disabled.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PersonHistoryResponse.class),
              example = PersonHistoryResponse.EXAMPLE))
  public PersonHistoryResponse readHistoryOfPersonOfPlatform(UUID personId) {
    return leavers.history(TenantScope.PLATFORM_ID, personId);
  }
}
