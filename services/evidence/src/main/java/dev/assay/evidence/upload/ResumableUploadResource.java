package dev.assay.evidence.upload;

import dev.assay.evidence.file.FileExamples;
import dev.assay.evidence.file.FileResponse;
import dev.assay.evidence.period.OpenPeriod;
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

/** Files of a client that come in parts, over many requests. */
@Path("/v1/clients/{clientId}/evidence/{evidenceId}/uploads")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Uploads in parts")
public class ResumableUploadResource {

  private final ResumableEdge edge;

  ResumableUploadResource(ResumableEdge edge) {
    this.edge = edge;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EVIDENCE_UPLOAD)
  @Idempotent
  @Transactional
  @OpenPeriod
  @Operation(
      operationId = "beginEvidenceUpload",
      summary = "Begin to upload a file in parts; its bytes are held from the quota",
      description = ResumableEdge.DESCRIPTION)
  @APIResponse(
      responseCode = "201",
      description = "The upload",
      content =
          @Content(
              schema = @Schema(implementation = ResumableResponse.class),
              example = ResumableResponse.EXAMPLE))
  public Response beginEvidenceUpload(
      @PathParam("clientId") UUID clientId,
      @PathParam("evidenceId") UUID evidenceId,
      @NotNull @Valid ResumableRequest request) {
    return edge.begin(evidenceId, request);
  }

  @GET
  @Path("/{uploadId}")
  @Requires(Permission.EVIDENCE_UPLOAD)
  @Operation(
      operationId = "getEvidenceUpload",
      summary = "An upload in parts that the caller began; nextPart says how to go on")
  @APIResponse(
      responseCode = "200",
      description = "The upload",
      content =
          @Content(
              schema = @Schema(implementation = ResumableResponse.class),
              example = ResumableResponse.EXAMPLE))
  public ResumableResponse get(
      @PathParam("clientId") UUID clientId,
      @PathParam("evidenceId") UUID evidenceId,
      @PathParam("uploadId") UUID uploadId) {
    return edge.get(evidenceId, uploadId);
  }

  @GET
  @Path("/{uploadId}/parts")
  @Requires(Permission.EVIDENCE_UPLOAD)
  @Transactional
  @Operation(
      operationId = "listEvidenceUploadParts",
      summary = "The parts of an upload that are here, by number")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = "application/json",
              example = "{\"items\":[" + PartResponse.EXAMPLE + "],\"nextCursor\":null}"))
  public Page<PartResponse> parts(
      @PathParam("clientId") UUID clientId,
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
      operationId = "putEvidenceUploadPart",
      summary = "Send one part; the same part may come again, a few may come at once",
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
      @PathParam("clientId") UUID clientId,
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
  @OpenPeriod
  @Operation(
      operationId = "completeEvidenceUpload",
      summary = "Make the parts one file, when all are here and have the declared digest",
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
      @PathParam("clientId") UUID clientId,
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
      operationId = "abortEvidenceUpload",
      summary = "Throw the parts of an upload away; nothing was locked yet")
  @APIResponse(responseCode = "204", description = "Nothing of it is kept but the audit events")
  public void abort(
      @PathParam("clientId") UUID clientId,
      @PathParam("evidenceId") UUID evidenceId,
      @PathParam("uploadId") UUID uploadId) {
    edge.abort(evidenceId, uploadId);
  }
}
