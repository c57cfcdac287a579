package dev.assay.tenants.breakglass;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** When operators of the platform read at this client, why, and who has seen it. */
@Path("/v1/clients/{clientId}/break-glass")
@RunOnVirtualThread
public class BreakGlassOfClientResource {

  private final BreakGlassDecisions decisions;
  private final BrokenGlasses glasses;
  private final Clock clock;

  BreakGlassOfClientResource(BreakGlassDecisions decisions, BrokenGlasses glasses, Clock clock) {
    this.decisions = decisions;
    this.glasses = glasses;
    this.clock = clock;
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(value = Permission.BREAK_GLASS_OPEN, fresh = true, level = 2)
  @Operation(
      operationId = "breakGlass",
      summary = "Read at a client as an operator, for a few hours and in the MSP's sight")
  @APIResponse(
      responseCode = "201",
      description = "In force at once; it ends by itself and cannot be taken back or hidden.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = BreakGlassResponse.class),
              example = BreakGlassResponse.EXAMPLE))
  public Response breakGlass(
      UUID clientId, @NotNull @Valid BreakGlassRequest request, @Context UriInfo uri) {
    BreakGlassResponse opened = decisions.open(clientId, request);
    return Response.created(uri.getAbsolutePathBuilder().path(opened.id().toString()).build())
        .entity(opened)
        .build();
  }

  @GET
  @Transactional
  @Requires(Permission.BREAK_GLASS_READ)
  @Operation(
      operationId = "listBreakGlassOfClient",
      summary = "List when operators read at this client, the last first")
  @APIResponse(
      responseCode = "200",
      description = "A page of accesses, those that are over included.",
      content = @Content(mediaType = "application/json", example = BreakGlassResponse.PAGE_EXAMPLE))
  public Page<BreakGlassResponse> listBreakGlassOfClient(
      UUID clientId,
      @Parameter(description = "Only those that somebody, or nobody, has acknowledged.")
          @QueryParam("acknowledged")
          @Nullable Boolean acknowledged,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request =
        PageRequest.of(limit, cursor, "break-glass", clientId, String.valueOf(acknowledged));
    var now = clock.instant();
    return Page.of(
        glasses.page(acknowledged, request),
        request,
        history -> history.broken().id.toString(),
        history -> BreakGlassResponse.of(history, now));
  }

  @POST
  @Path("{breakGlassId}/end")
  @Transactional
  @Idempotent
  @Requires(value = Permission.BREAK_GLASS_END, fresh = true)
  @Operation(operationId = "endBreakGlass", summary = "End an operator's access before its time")
  @APIResponse(
      responseCode = "200",
      description = "Ended.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = BreakGlassResponse.class),
              example = BreakGlassResponse.EXAMPLE))
  public Response endBreakGlass(
      UUID clientId, UUID breakGlassId, @NotNull @Valid BreakGlassNote request) {
    return Response.ok(decisions.end(breakGlassId, request.reason())).build();
  }

  @POST
  @Path("{breakGlassId}/acknowledge")
  @Transactional
  @Idempotent
  @Requires(Permission.BREAK_GLASS_ACKNOWLEDGE)
  @Operation(
      operationId = "acknowledgeBreakGlass",
      summary = "Say for the MSP that an operator's access was seen")
  @APIResponse(
      responseCode = "200",
      description = "Acknowledged.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = BreakGlassResponse.class),
              example = BreakGlassResponse.EXAMPLE))
  public Response acknowledgeBreakGlass(
      UUID clientId, UUID breakGlassId, @NotNull @Valid BreakGlassNote request) {
    return Response.ok(decisions.acknowledge(breakGlassId, request.reason())).build();
  }
}
