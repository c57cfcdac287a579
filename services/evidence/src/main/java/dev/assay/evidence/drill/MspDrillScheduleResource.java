package dev.assay.evidence.drill;

import dev.assay.evidence.owner.MspOwn;
import dev.assay.http.page.Page;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** When drills of what is the MSP's own are due, and which failed or were missed. */
@Path("/v1/msps/{mspId}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retrieval drills")
@MspOwn
public class MspDrillScheduleResource {

  private final ScheduleEdge schedule;

  MspDrillScheduleResource(ScheduleEdge schedule) {
    this.schedule = schedule;
  }

  @GET
  @Path("/evidence-drill-schedule")
  @Requires(Permission.EVIDENCE_DRILL_READ)
  @Transactional
  @Operation(
      operationId = "readMspEvidenceDrillSchedule",
      summary = "When drills of what is the MSP's own are due")
  @APIResponse(
      responseCode = "200",
      description = "The schedule; version 0 until somebody sets one",
      headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = ScheduleResponse.class),
              example = ScheduleResponse.EXAMPLE))
  public Response readMspEvidenceDrillSchedule(@PathParam("mspId") UUID mspId) {
    return schedule.read();
  }

  @PUT
  @Path("/evidence-drill-schedule")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EVIDENCE_DRILL_RUN)
  @Transactional
  @Operation(
      operationId = "setMspEvidenceDrillSchedule",
      summary = "Say from today on when drills of what is the MSP's own are due")
  @APIResponse(
      responseCode = "200",
      description = "The schedule as it is now",
      headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = ScheduleResponse.class),
              example = ScheduleResponse.EXAMPLE))
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
  @APIResponse(responseCode = "428", ref = "#/components/responses/Problem428")
  public Response setMspEvidenceDrillSchedule(
      @PathParam("mspId") UUID mspId,
      @Parameter(description = "The ETag that was read; \"v0\" for the first one.")
          @HeaderParam("If-Match")
          @Nullable String ifMatch,
      @NotNull @Valid ScheduleRequest request) {
    return schedule.set(ifMatch, request);
  }

  @GET
  @Path("/evidence-drill-schedule/versions")
  @Requires(Permission.EVIDENCE_DRILL_READ)
  @Transactional
  @Operation(
      operationId = "listMspEvidenceDrillScheduleVersions",
      summary = "All versions of the schedule, newest first")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              example = "{\"items\":[" + ScheduleResponse.FORMER + "],\"nextCursor\":null}"))
  public Page<ScheduleResponse> listMspEvidenceDrillScheduleVersions(
      @PathParam("mspId") UUID mspId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return schedule.history(limit, cursor);
  }

  @GET
  @Path("/evidence-drill-signals")
  @Requires(Permission.EVIDENCE_DRILL_READ)
  @Transactional
  @Operation(
      operationId = "listMspEvidenceDrillSignals",
      summary = "Follow which drills of what is the MSP's own failed, or were missed")
  @APIResponse(
      responseCode = "200",
      description = "One page, the oldest first; whoever goes on from the last one misses none",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              example = "{\"items\":[" + Signal.EXAMPLE + "],\"nextCursor\":null}"))
  public Page<Signal> listMspEvidenceDrillSignals(
      @PathParam("mspId") UUID mspId,
      @Parameter(description = "The position of the last signal that the caller knows.")
          @QueryParam("after")
          @Nullable String after,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return schedule.signals(after, limit, cursor);
  }
}
