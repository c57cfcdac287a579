package dev.assay.evidence.file;

import dev.assay.evidence.owner.MspOwn;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One file of the MSP's own evidence. */
@Path("/v1/msps/{mspId}/evidence/{evidenceId}/files/{fileId}")
@MspOwn
@RunOnVirtualThread
@Tag(name = "Files of the MSP")
public class MspFileResource {

  private final FileResource files;

  MspFileResource(FileResource files) {
    this.files = files;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Requires(Permission.EVIDENCE_READ)
  @Transactional
  @Operation(
      operationId = "getMspEvidenceFile",
      summary = "A file of the MSP's own evidence with the states it has been in")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              schema = @Schema(implementation = FileDetail.class),
              example = FileExamples.DETAIL))
  public FileDetail get(
      @PathParam("mspId") UUID mspId,
      @PathParam("evidenceId") UUID evidenceId,
      @PathParam("fileId") UUID fileId) {
    return files.get(mspId, evidenceId, fileId);
  }

  @GET
  @Path("/content")
  @Produces(MediaType.WILDCARD)
  @Requires(Permission.EVIDENCE_READ)
  @Operation(
      operationId = "downloadMspEvidenceFile",
      summary = "The bytes of a file of the MSP's own evidence, with their digest")
  @APIResponse(
      responseCode = "200",
      description =
          "The bytes. The connection breaks off when the store does not give all of them.",
      headers =
          @Header(
              name = "Repr-Digest",
              description = "SHA-256 of the whole file (RFC 9530).",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response content(
      @PathParam("mspId") UUID mspId,
      @PathParam("evidenceId") UUID evidenceId,
      @PathParam("fileId") UUID fileId,
      @Context Request request)
      throws IOException {
    return files.content(mspId, evidenceId, fileId, request);
  }
}
