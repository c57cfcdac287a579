package dev.assay.evidence.file;

import static dev.assay.evidence.EvidenceProblem.EVIDENCE_DAMAGED;
import static dev.assay.evidence.EvidenceProblem.FILE_NOT_READABLE;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.evidence.store.EvidenceStore;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenancy.scope.Scopes;
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

/** One file of an item: where it stands, and its bytes. */
@Path("/v1/clients/{clientId}/evidence/{evidenceId}/files/{fileId}")
@RunOnVirtualThread
@Tag(name = "Files")
public class FileResource {

  private final StoredFiles files;
  private final EvidenceStore store;
  private final Scopes scopes;
  private final AuditTrail audit;

  FileResource(StoredFiles files, EvidenceStore store, Scopes scopes, AuditTrail audit) {
    this.files = files;
    this.store = store;
    this.scopes = scopes;
    this.audit = audit;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Requires(Permission.EVIDENCE_READ)
  @Transactional
  @Operation(
      operationId = "getEvidenceFile",
      summary = "A file with the states it has been in; SEALED alone counts as evidence")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              schema = @Schema(implementation = FileDetail.class),
              example = FileExamples.DETAIL))
  public FileDetail get(
      @PathParam("clientId") UUID clientId,
      @PathParam("evidenceId") UUID evidenceId,
      @PathParam("fileId") UUID fileId) {
    StoredFile file = files.of(evidenceId, fileId).orElseThrow(ProblemException::notFound);
    return new FileDetail(FileResponse.of(file), files.history(fileId));
  }

  @GET
  @Path("/content")
  @Produces(MediaType.WILDCARD)
  @Requires(Permission.EVIDENCE_READ)
  @Operation(
      operationId = "downloadEvidenceFile",
      summary = "The file's bytes, read by version id, as an attachment with their digest")
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
      @PathParam("clientId") UUID clientId,
      @PathParam("evidenceId") UUID evidenceId,
      @PathParam("fileId") UUID fileId,
      @Context Request request)
      throws IOException {
    StoredFile file =
        scopes.inTransaction(
            scopes.client(),
            () -> files.of(evidenceId, fileId).orElseThrow(ProblemException::notFound));
    if (!file.state().isReadable()) {
      throw ProblemException.of(FILE_NOT_READABLE, "The file is " + file.state() + ".");
    }
    // Of a HEAD nobody would read what the store gave, nor end its connection.
    boolean head = request.getMethod().equals("HEAD");
    return Response.ok(head ? null : give(file), file.mediaType().toGiveOut())
        .header("Content-Length", file.size())
        .header("Content-Disposition", file.name().asAttachment())
        .header("Repr-Digest", Sha256.asDigestHeader(file.sha256()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "private, no-store")
        .build();
  }

  /** What leaves without a trace breaks the chain of custody, so it leaves with its event. */
  private FileContent give(StoredFile file) throws IOException {
    var bytes =
        file.version()
            .flatMap(store::open)
            .orElseThrow(
                () -> ProblemException.of(EVIDENCE_DAMAGED, "The stored object is missing."));
    FileContent content = FileContent.of(file, bytes);
    try {
      scopes.runInTransaction(scopes.client(), () -> recordDownload(file));
    } catch (RuntimeException unrecorded) {
      bytes.close();
      throw unrecorded;
    }
    return content;
  }

  private void recordDownload(StoredFile file) {
    audit.record(
        AuditEvent.of("evidence-file.downloaded", "EVIDENCE_FILE", file.id())
            .with("evidenceId", file.evidenceId())
            .with("sha256", file.sha256()));
  }
}
