package dev.assay.tenants.msp;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The register of MSPs: the platform's operators add to it, an MSP's people read their own. */
@Path("/v1/msps")
@RunOnVirtualThread
public class MspResource {

  static final String EXAMPLE =
      """
      {"id":"019aaf1e-7c00-7000-8000-000000000001","name":"Northlight Managed Services (demo)",
       "status":"ACTIVE","createdAt":"2026-11-23T10:00:00Z"}
      """;

  private final Msps msps;
  private final MspTransitions transitions;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  MspResource(Msps msps, MspTransitions transitions, AuditTrail audit, Clock clock) {
    this.msps = msps;
    this.transitions = transitions;
    this.audit = audit;
    this.clock = clock;
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(Permission.MSP_CREATE)
  @Operation(operationId = "createMsp", summary = "Register an MSP")
  @APIResponse(
      responseCode = "201",
      description = "Registered.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MspResponse.class),
              example = EXAMPLE))
  public Response createMsp(@NotNull @Valid MspRequest request, @Context UriInfo uri) {
    var msp =
        new Msp(ids.generate(), request.name(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    msps.persist(msp);
    audit.record(AuditEvent.of("msp.created", "MSP", msp.id).with("status", msp.status));
    return Response.created(uri.getAbsolutePathBuilder().path(msp.id.toString()).build())
        .entity(MspResponse.of(msp))
        .build();
  }

  @GET
  @Transactional
  @Requires(Permission.MSP_LIST)
  @Operation(operationId = "listMsps", summary = "List all MSPs, oldest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of the register.",
      content = @Content(mediaType = "application/json", example = "{\"items\":[" + EXAMPLE + "],\"nextCursor\":null}"))
  public Page<MspResponse> listMsps(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "msps");
    return Page.of(msps.page(request), request, m -> m.id.toString(), MspResponse::of);
  }

  @GET
  @Path("{mspId}")
  @Transactional
  @Requires(Permission.MSP_READ)
  @Operation(operationId = "readMsp", summary = "Read one MSP")
  @APIResponse(
      responseCode = "200",
      description = "The MSP; its version is the ETag.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MspResponse.class),
              example = EXAMPLE))
  public Response readMsp(UUID mspId) {
    Msp msp = msps.findByIdOptional(mspId).orElseThrow(ProblemException::notFound);
    return Response.ok(MspResponse.of(msp))
        .header(HttpHeaders.ETAG, new EntityTag(msp.version))
        .build();
  }

  @GET
  @Path("{mspId}/lifecycle")
  @Transactional
  @Requires(Permission.MSP_READ)
  @Operation(operationId = "listMspMoves", summary = "List how the MSP came to its state")
  @APIResponse(
      responseCode = "200",
      description = "A page of moves, oldest first.",
      content =
          @Content(
              mediaType = "application/json",
              example = "{\"items\":[" + MspMoveResponse.EXAMPLE + "],\"nextCursor\":null}"))
  public Page<MspMoveResponse> listMspMoves(
      UUID mspId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "msp-moves", mspId);
    return Page.of(
        transitions.page(mspId, request),
        request,
        move -> Integer.toString(move.number),
        MspMoveResponse::of);
  }
}
