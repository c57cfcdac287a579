package dev.assay.tenants.export;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenants.export.ClientDocument.Written;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A client's own copy of all that is known here of it. */
@Path("/v1/clients/{clientId}/export")
@RunOnVirtualThread
public class ExportResource {

  static final String NDJSON = "application/x-ndjson";

  private final ClientDocument document;
  private final AuditTrail audit;

  ExportResource(ClientDocument document, AuditTrail audit) {
    this.document = document;
    this.audit = audit;
  }

  @GET
  @Produces(NDJSON)
  @Transactional
  @Requires(value = Permission.CLIENT_EXPORT, fresh = true)
  @Operation(
      operationId = "exportClient",
      summary = "Take out all that this service knows of the client",
      description =
          "One JSON object a line: first the format and whose document it is; then each row of each"
              + " kind, with those that were withdrawn, revoked or ended, and the audit events in"
              + " their very bytes; last the SHA-256 of all lines before. The export itself becomes"
              + " an audit event with that hash.")
  @APIResponse(
      responseCode = "200",
      description = "The document.",
      content =
          @Content(
              mediaType = NDJSON,
              schema = @Schema(type = SchemaType.STRING),
              example =
                  """
                  {"format":"assay.tenants.client-export/1",\
                  "clientId":"019aaf1e-7c00-7000-8000-000000000002"}
                  {"type":"CLIENT","row":{"legalName":"Copperfield Instruments (demo)"}}
                  {"type":"END","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",\
                  "rows":1}
                  """))
  public Response exportClient(UUID clientId) throws IOException {
    Written written = document.write(clientId);
    if (written.rows() == 0) {
      Files.deleteIfExists(written.path());
      throw ProblemException.notFound();
    }
    long size = Files.size(written.path());
    audit.record(
        AuditEvent.of("client.exported", "CLIENT", clientId)
            .with("sha256", written.sha256())
            .with("rows", written.rows()));
    // Nobody else finds the file, and it goes when its last byte has been read; a slow reader holds
    // no transaction.
    return Response.ok(
            Files.newInputStream(written.path(), StandardOpenOption.DELETE_ON_CLOSE), NDJSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"client-" + clientId + ".ndjson\"")
        .header(HttpHeaders.CONTENT_LENGTH, size)
        .build();
  }
}
