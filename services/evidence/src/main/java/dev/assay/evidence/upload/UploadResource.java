package dev.assay.evidence.upload;

import static dev.assay.http.problem.CommonProblem.IDEMPOTENCY_KEY_REQUIRED;
import static dev.assay.http.problem.CommonProblem.UNSUPPORTED_MEDIA_TYPE;

import dev.assay.evidence.file.FileExamples;
import dev.assay.evidence.file.FileName;
import dev.assay.evidence.file.FileResponse;
import dev.assay.evidence.file.MediaTypeName;
import dev.assay.evidence.period.OpenPeriod;
import dev.assay.evidence.upload.UploadBook.Answer;
import dev.assay.http.problem.ProblemException;
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
import java.net.URI;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
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

/** Files on their way in. */
@Path("/v1/clients/{clientId}/evidence/{evidenceId}/files")
@RunOnVirtualThread
@Tag(name = "Files")
public class UploadResource {

  static final String DESCRIPTION =
      "Once locked, a file cannot be deleted before its date by anybody: leave personal data out"
          + " that the control does not need. SEALED, which alone counts as evidence, follows"
          + " within seconds.";

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,128}");

  private final UploadFile uploads;

  UploadResource(UploadFile uploads) {
    this.uploads = uploads;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Requires(Permission.EVIDENCE_UPLOAD)
  @OpenPeriod
  @Operation(
      operationId = "uploadEvidenceFile",
      summary = "Upload one file, up to 5 GiB; answered once the store has it under a first lock",
      description = DESCRIPTION)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.WILDCARD,
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
  public Response upload(
      @PathParam("clientId") UUID clientId,
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
    return take(evidenceId, name, contentDigest, reprDigest, supersedes, headers, body);
  }

  /** Takes a file for the owner in whose scope we are. */
  Response take(
      UUID evidenceId,
      @Nullable String name,
      @Nullable String contentDigest,
      @Nullable String reprDigest,
      @Nullable UUID supersedes,
      HttpHeaders headers,
      InputStream body) {
    var said =
        new Announcement(
            evidenceId,
            FileName.parse(name),
            MediaTypeName.parse(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)),
            length(headers),
            DeclaredDigest.parse(contentDigest, reprDigest),
            supersedes,
            key(headers));
    requirePlain(headers);
    Answer answer = uploads.take(said, body);
    return Response.created(URI.create(answer.location()))
        .type(MediaType.APPLICATION_JSON)
        .entity(answer.body())
        .build();
  }

  private static OptionalLong length(HttpHeaders headers) {
    String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
  }

  /** The request's Idempotency-Key. */
  static String key(HttpHeaders headers) {
    String key = headers.getHeaderString("Idempotency-Key");
    if (key == null || !KEY.matcher(key).matches()) {
      throw ProblemException.of(
          IDEMPOTENCY_KEY_REQUIRED, "Send 8 to 128 visible ASCII characters as Idempotency-Key.");
    }
    return key;
  }

  /** A coded body would be stored coded, and its digest would be of something nobody can read. */
  private static void requirePlain(HttpHeaders headers) {
    String coding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw ProblemException.of(UNSUPPORTED_MEDIA_TYPE, "Send the file without Content-Encoding.");
    }
  }
}
