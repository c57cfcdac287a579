package dev.assay.evidence.upload;

import dev.assay.evidence.file.FileExamples;
import dev.assay.evidence.file.FileResponse;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of the MSP's own evidence that come in parts. */
@Path("/v1/msps/{mspId}/evidence/{evidenceId}/uploads")
@MspOwn
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Uploads in parts of the MSP")
public class MspResumableUploadResource {

  private final ResumableEdge edge;

  MspResumableUploadResource(ResumableEdge edge) {
    this.edge = edge;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EVIDENCE_UPLOAD)
  @Idempotent
  @Transactional
  @Operation(
      operationId = "beginMspEvidenceUpload",
      summary =
          "Begin to upload a file in parts of the MSP's own; its bytes are held from the quota",
      description = ResumableEdge.DESCRIPTION)
  @APIResponse(
      responseCode = "201",
      description = "The upload",
      content =
          @Content(
              schema = @Schema(implementation = ResumableResponse.class),
              example = ResumableResponse.EXAMPLE))
  public Response beginMspEvidenceUpload(
      @PathParam("mspId") UUID mspId,
      @PathParam("evidenceId") UUID evidenceId,
      @NotNull @Valid ResumableRequest request) {
    return edge.begin(evidenceId, request);
  }

  @GET
  @Path("/{uploadId}")
  @Requires(Permission.EVIDENCE_UPLOAD)
  @Operation(
      operationId = "getMspEvidenceUpload",
      summary =
          "An upload in parts of the MSP's own that the caller began; nextPart says how to go on")
  @APIResponse(
      responseCode = "200",
      description = "The upload",
      content =
          @Content(
              schema = @Schema(implementation = ResumableResponse.class),
              example = ResumableResponse.EXAMPLE))
  public ResumableResponse get(
      @PathParam("mspId") UUID mspId,
      @PathParam("evidenceId") UUID evidenceId,
      @PathParam("uploadId") UUID uploadId) {
    return edge.get(evidenceId, uploadId);
  }

  @GET
  @Path("/{uploadId}/parts")
  @Requires(Permission.EVIDENCE_UPLOAD)
  @Transactional
  @Operation(
      operationId = "listMspEvidenceUploadParts",
      summary = "The parts of an upload of the MSP's own that are here, by number")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = "application/json",
              example = "{\"items\":[" + PartResponse.EXAMPLE + "],\"nextCursor\":null}"))
  public Page<PartResponse> parts(
      @PathParam("mspId") UUID mspId,
      @PathParam("evidenceId") UUID evidenceId,
      @PathParam("uploadId") UUID uploadId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return edge.parts(evidenceId, uploadId, limit, cursor);
  }

  @PUT
  @Path("/{uploadId}/parts/{number}")
  @Consumes(MediaType.WILDCARD)
  @Requires(Permission.EVIDENCE_UPLOAD)
  @Operation(
      operationId = "putMspEvidenceUploadPart",
      summary =
          "Send one part of the MSP's own; the same part may come again, a few may come at once",
      description =
          "Parts take their places in the order of their numbers. One that comes before its turn"
              + " waits some seconds for those before it.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "200",
      description = "The part is here",
      content =
          @Content(
              schema = @Schema(implementation = PartResponse.class),
              example = PartResponse.EXAMPLE))
  public PartResponse put(
      @PathParam("mspId") UUID mspId,
      @PathParam("evidenceId") UUID evidenceId,
      @PathParam("uploadId") UUID uploadId,
      @PathParam("number") int number,
      @Parameter(description = "sha-256=:<Base64>: of this part (RFC 9530).")
          @HeaderParam("Content-Digest")
          @Nullable String contentDigest,
      @Context HttpHeaders headers,
      InputStream body) {
    return edge.put(evidenceId, uploadId, number, contentDigest, headers, body);
  }

  @POST
  @Path("/{uploadId}/complete")
  @Requires(Permission.EVIDENCE_UPLOAD)
  @Operation(
      operationId = "completeMspEvidenceUpload",
      summary =
          "Make the parts one file of the MSP's own, when all are here and have the declared digest",
      description =
          "May be repeated: for 24 hours the same answer comes again. When the digest differs, the"
              + " parts are thrown away.")
  @APIResponse(
      responseCode = "201",
      description = "The file, UPLOADED",
      headers =
          @Header(
              name = "Location",
              description = "Where the file's state is.",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              schema = @Schema(implementation = FileResponse.class),
              example = FileExamples.UPLOADED))
  public Response complete(
      @PathParam("mspId") UUID mspId,
      @PathParam("evidenceId") UUID evidenceId,
      @PathParam("uploadId") UUID uploadId,
      @Parameter(description = "sha-256=:<Base64>: of the whole file (RFC 9530).")
          @HeaderParam("Repr-Digest")
          @Nullable String reprDigest,
      @Context HttpHeaders headers) {
    UploadResource.key(headers);
    return edge.complete(evidenceId, uploadId, reprDigest);
  }

  @DELETE
  @Path("/{uploadId}")
  @Requires(Permission.EVIDENCE_UPLOAD)
  @Operation(
      operationId = "abortMspEvidenceUpload",
      summary = "Throw the parts of an upload of the MSP's own away; nothing was locked yet")
  @APIResponse(responseCode = "204", description = "Nothing of it is kept but the audit events")
  public void abort(
      @PathParam("mspId") UUID mspId,
      @PathParam("evidenceId") UUID evidenceId,
      @PathParam("uploadId") UUID uploadId) {
    edge.abort(evidenceId, uploadId);
  }
}
