package dev.assay.evidence.drill;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Retrieval drills of a client's evidence. */
@Path("/v1/clients/{clientId}/evidence-drills")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retrieval drills")
public class EvidenceDrillResource {

  private final DrillEdge drills;

  EvidenceDrillResource(DrillEdge drills) {
    this.drills = drills;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EVIDENCE_DRILL_RUN)
  @Idempotent
  @Transactional
  @Operation(
      operationId = "beginEvidenceDrill",
      summary = "Have a random sample of the client's evidence fetched from the store and compared",
      description =
          "Runs in the background. The sample follows from the seed and the files that are SEALED"
              + " now, so that anybody draws it again. The signed result is kept as evidence.")
  @APIResponse(
      responseCode = "201",
      description = "The drill, ASKED",
      content =
          @Content(
              schema = @Schema(implementation = DrillResponse.class),
              example = DrillResponse.ASKED))
  public Response beginEvidenceDrill(
      @PathParam("clientId") UUID clientId, @NotNull @Valid DrillRequest request) {
    return drills.ask(request);
  }

  @GET
  @Requires(Permission.EVIDENCE_DRILL_READ)
  @Transactional
  @Operation(
      operationId = "listEvidenceDrills",
      summary = "Retrieval drills of the client's evidence, newest first")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              example = "{\"items\":[" + DrillResponse.PASSED + "],\"nextCursor\":null}"))
  public Page<DrillResponse> listEvidenceDrills(
      @PathParam("clientId") UUID clientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return drills.list(limit, cursor);
  }

  @GET
  @Path("/{drillId}")
  @Requires(Permission.EVIDENCE_DRILL_READ)
  @Transactional
  @Operation(
      operationId = "readEvidenceDrill",
      summary = "Where a drill stands, what its sample follows from, and in the end its result")
  @APIResponse(
      responseCode = "200",
      description = "The drill",
      content =
          @Content(
              schema = @Schema(implementation = DrillResponse.class),
              example = DrillResponse.PASSED))
  public DrillResponse readEvidenceDrill(
      @PathParam("clientId") UUID clientId, @PathParam("drillId") UUID drillId) {
    return drills.get(drillId);
  }

  @GET
  @Path("/{drillId}/lines")
  @Requires(Permission.EVIDENCE_DRILL_READ)
  @Transactional
  @Operation(
      operationId = "listEvidenceDrillLines",
      summary = "The files of a drill's sample, each with what was seen of it")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              example = "{\"items\":[" + LineResponse.EXAMPLE + "],\"nextCursor\":null}"))
  public Page<LineResponse> listEvidenceDrillLines(
      @PathParam("clientId") UUID clientId,
      @PathParam("drillId") UUID drillId,
      @Parameter(description = "Only files that are not as the vault says.")
          @QueryParam("differing")
          @DefaultValue("false")
          boolean differing,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return drills.lines(drillId, differing, limit, cursor);
  }

  @GET
  @Path("/{drillId}/population")
  @Requires(Permission.EVIDENCE_DRILL_READ)
  @Transactional
  @Operation(
      operationId = "listEvidenceDrillPopulation",
      summary = "All files that a drill drew from, by ascending id, to draw the sample again")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              example = "{\"items\":[" + PopulationResponse.EXAMPLE + "],\"nextCursor\":null}"))
  public Page<PopulationResponse> listEvidenceDrillPopulation(
      @PathParam("clientId") UUID clientId,
      @PathParam("drillId") UUID drillId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return drills.population(drillId, limit, cursor);
  }
}
