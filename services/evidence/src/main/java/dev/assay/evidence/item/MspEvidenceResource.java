package dev.assay.evidence.item;

import dev.assay.evidence.file.FileState;
import dev.assay.evidence.owner.MspOwn;
import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The MSP's own evidence, such as vendors' reports that serve many clients; clients see none. */
@Path("/v1/msps/{mspId}/evidence")
@MspOwn
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence of the MSP")
public class MspEvidenceResource {

  private final EvidenceResource items;

  MspEvidenceResource(EvidenceResource items) {
    this.items = items;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EVIDENCE_UPLOAD)
  @Idempotent
  @Transactional
  @Operation(
      operationId = "createMspEvidence",
      summary = "Enter an item of the MSP's own evidence, such as a vendor's report")
  @APIResponse(
      responseCode = "201",
      description = "The item",
      content =
          @Content(
              schema = @Schema(implementation = EvidenceResponse.class),
              example = EvidenceResource.ITEM))
  public Response createOfMsp(
      @PathParam("mspId") UUID mspId, @NotNull @Valid EvidenceRequest request) {
    return items.enter(request);
  }

  @GET
  @Requires(Permission.EVIDENCE_READ)
  @Transactional
  @Operation(
      operationId = "listMspEvidence",
      summary = "Items of the MSP's own evidence, newest first; none of its clients'")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = "application/json",
              example = "{\"items\":[" + EvidenceResource.ITEM + "],\"nextCursor\":null}"))
  public Page<EvidenceResponse> list(
      @PathParam("mspId") UUID mspId,
      @QueryParam("controlId") @Nullable String controlId,
      @Parameter(
              description = "Only items whose period reaches this day or later.",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @QueryParam("periodFrom")
          @Nullable String periodFrom,
      @Parameter(
              description = "Only items whose period begins on this day or earlier.",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @QueryParam("periodTo")
          @Nullable String periodTo,
      @Parameter(description = "Only items whose title begins so, in any case.")
          @QueryParam("titlePrefix")
          @Nullable String titlePrefix,
      @Parameter(description = "Only items from exactly this source.") @QueryParam("sourceSystem")
          @Nullable String sourceSystem,
      @Parameter(
              description = "Only items with a file that is in this state now.",
              schema = @Schema(implementation = FileState.class))
          @QueryParam("fileState")
          @Nullable String fileState,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return items.list(
        mspId,
        controlId,
        periodFrom,
        periodTo,
        titlePrefix,
        sourceSystem,
        fileState,
        limit,
        cursor);
  }

  @GET
  @Path("/{evidenceId}")
  @Requires(Permission.EVIDENCE_READ)
  @Transactional
  @Operation(
      operationId = "getMspEvidence",
      summary = "An item of the MSP's own evidence with its files")
  @APIResponse(
      responseCode = "200",
      description = "The item",
      content = @Content(schema = @Schema(implementation = EvidenceDetail.class)))
  public EvidenceDetail get(
      @PathParam("mspId") UUID mspId, @PathParam("evidenceId") UUID evidenceId) {
    return items.get(mspId, evidenceId);
  }
}
