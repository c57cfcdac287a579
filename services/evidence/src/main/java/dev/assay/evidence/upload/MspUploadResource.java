package dev.assay.evidence.upload;

import dev.assay.evidence.file.FileExamples;
import dev.assay.evidence.file.FileResponse;
import dev.assay.evidence.owner.MspOwn;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** Files of the MSP's own evidence on their way in. */
@Path("/v1/msps/{mspId}/evidence/{evidenceId}/files")
@MspOwn
@RunOnVirtualThread
@Tag(name = "Files of the MSP")
public class MspUploadResource {

  private final UploadResource uploads;

  MspUploadResource(UploadResource uploads) {
    this.uploads = uploads;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Requires(Permission.EVIDENCE_UPLOAD)
  @Operation(
      operationId = "uploadMspEvidenceFile",
      summary = "Upload one file of the MSP's own evidence, up to 5 GiB",
      description = UploadResource.DESCRIPTION)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
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
  public Response uploadOfMsp(
      @PathParam("mspId") UUID mspId,
      @PathParam("evidenceId") UUID evidenceId,
      @Parameter(required = true, description = "The file's name, 1 to 255 characters, no path.")
          @QueryParam("name")
          @Nullable String name,
      @Parameter(description = "sha-256=:<Base64>: of the body (RFC 9530).")
          @HeaderParam("Content-Digest")
          @Nullable String contentDigest,
      @Parameter(description = "As Content-Digest; no content coding is taken.")
          @HeaderParam("Repr-Digest")
          @Nullable String reprDigest,
      @Parameter(
              description =
                  "The file of this item that this is a new version of; it stays as it is.")
          @QueryParam("supersedes")
          @Nullable UUID supersedes,
      @Context HttpHeaders headers,
      InputStream body) {
    return uploads.take(evidenceId, name, contentDigest, reprDigest, supersedes, headers, body);
  }
}
