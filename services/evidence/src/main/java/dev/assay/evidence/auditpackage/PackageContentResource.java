package dev.assay.evidence.auditpackage;

import static dev.assay.evidence.EvidenceProblem.EVIDENCE_DAMAGED;
import static dev.assay.evidence.EvidenceProblem.PACKAGE_NOT_SEALED;
import static dev.assay.evidence.EvidenceProblem.RANGE_NOT_SATISFIABLE;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.evidence.file.Sha256;
import dev.assay.evidence.store.EvidenceStore;
import dev.assay.evidence.store.ObjectVersion;
import dev.assay.evidence.store.StoredBytes;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenancy.scope.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The bytes of an audit package, whole or in ranges. */
@Path("/v1/clients/{clientId}/audit-packages/{packageId}/content")
@RunOnVirtualThread
@Tag(name = "Audit packages")
public class PackageContentResource {

  private static final String ZIP = "application/zip";

  private final AuditPackages packages;
  private final EvidenceStore store;
  private final Scopes scopes;
  private final AuditTrail audit;

  PackageContentResource(
      AuditPackages packages, EvidenceStore store, Scopes scopes, AuditTrail audit) {
    this.packages = packages;
    this.store = store;
    this.scopes = scopes;
    this.audit = audit;
  }

  @GET
  @Produces(MediaType.WILDCARD)
  @Requires(Permission.EVIDENCE_READ)
  @Operation(
      operationId = "downloadAuditPackage",
      summary = "The package's bytes, or one range of them, read by version id",
      description =
          "Every answer names the package's SHA-256, in ETag and in Repr-Digest. With If-Range a"
              + " range of another package is not mixed in. Each call is an audit event.")
  @APIResponse(
      responseCode = "200",
      description = "All bytes",
      headers = @Header(name = "Repr-Digest", schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "206",
      description = "The range asked for; Repr-Digest is of the whole package",
      headers = {
        @Header(name = "Content-Range", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "Repr-Digest", schema = @Schema(type = SchemaType.STRING))
      },
      content =
          @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "416", description = "The package has none of these bytes")
  public Response content(
      @PathParam("clientId") UUID clientId,
      @PathParam("packageId") UUID packageId,
      @Parameter(description = "One range, such as bytes=0-1048575; several are answered whole.")
          @HeaderParam("Range")
          @Nullable String range,
      @Parameter(description = "An ETag; with another one the whole package is answered.")
          @HeaderParam("If-Range")
          @Nullable String ifRange,
      @Context Request request)
      throws IOException {
    AuditPackage asked =
        scopes.inTransaction(
            scopes.client(),
            () -> packages.findByIdOptional(packageId).orElseThrow(ProblemException::notFound));
    ObjectVersion version =
        asked
            .version()
            .orElseThrow(
                () ->
                    ProblemException.of(
                        PACKAGE_NOT_SEALED, "The package is " + asked.state() + "."));
    PackageBytes bytes = asked.bytes().orElseThrow();
    String tag = "\"" + bytes.sha256() + "\"";
    boolean same = ifRange == null || ifRange.equals(tag);
    Response.ResponseBuilder answer =
        switch (ByteRange.of(same ? range : null, bytes.size())) {
          // Nobody would read what the store gave, nor end its connection.
          case ByteRange any when request.getMethod().equals("HEAD") ->
              Response.ok().type(ZIP).header("Content-Length", bytes.size());
          case ByteRange.Whole() ->
              Response.ok(give(asked, version, new ByteRange.Part(0, bytes.size() - 1)), ZIP)
                  .header("Content-Length", bytes.size());
          case ByteRange.Part part ->
              Response.status(Response.Status.PARTIAL_CONTENT)
                  .entity(give(asked, version, part))
                  .type(ZIP)
                  .header("Content-Length", part.length())
                  .header(
                      "Content-Range",
                      "bytes %d-%d/%d".formatted(part.first(), part.last(), bytes.size()));
          case ByteRange.None() ->
              throw ProblemException.of(
                      RANGE_NOT_SATISFIABLE, "It has %d bytes.".formatted(bytes.size()))
                  .withHeader("Content-Range", "bytes */" + bytes.size());
        };
    return answer
        .header("Accept-Ranges", "bytes")
        .header("ETag", tag)
        .header("Repr-Digest", Sha256.asDigestHeader(bytes.sha256()))
        .header(
            "Content-Disposition",
            "attachment; filename=\"audit-package-%s.zip\"".formatted(asked.id()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "private, no-store")
        .build();
  }

  /** What leaves without a trace breaks the chain of custody, so it leaves with its event. */
  private PackageContent give(AuditPackage asked, ObjectVersion version, ByteRange.Part part)
      throws IOException {
    Optional<StoredBytes> opened = store.open(version, part.first(), part.last());
    if (opened.isEmpty() || opened.get().size() != part.length()) {
      if (opened.isPresent()) {
        opened.get().close();
      }
      throw ProblemException.of(EVIDENCE_DAMAGED, "The stored package is not there as sealed.");
    }
    try {
      scopes.runInTransaction(
          scopes.client(),
          () ->
              audit.record(
                  AuditEvent.of("audit-package.downloaded", "AUDIT_PACKAGE", asked.id())
                      .with("firstByte", part.first())
                      .with("lastByte", part.last())));
    } catch (RuntimeException unrecorded) {
      opened.get().close();
      throw unrecorded;
    }
    return new PackageContent(opened.get(), part.length());
  }
}
