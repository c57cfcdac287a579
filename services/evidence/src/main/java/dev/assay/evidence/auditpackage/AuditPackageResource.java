package dev.assay.evidence.auditpackage;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenancy.scope.Scopes;
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
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Audit packages of a client: asked for, watched, listed. */
@Path("/v1/clients/{clientId}/audit-packages")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit packages")
public class AuditPackageResource {

  private final AuditPackages packages;
  private final AskForPackage asking;
  private final Scopes scopes;
  private final Caller caller;
  private final Clock clock;

  AuditPackageResource(
      AuditPackages packages, AskForPackage asking, Scopes scopes, Caller caller, Clock clock) {
    this.packages = packages;
    this.asking = asking;
    this.scopes = scopes;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EVIDENCE_PACKAGE)
  @Idempotent
  @Transactional
  @Operation(
      operationId = "askForAuditPackage",
      summary = "Ask for a sealed package of a period's evidence that verifies without us",
      description =
          "Built once, in the background. It is locked as long as the longest-kept file in it, so it"
              + " takes bytes that nobody can delete before then.")
  @APIResponse(
      responseCode = "201",
      description = "The package, ASKED",
      content =
          @Content(
              schema = @Schema(implementation = AuditPackageResponse.class),
              example = AuditPackageResponse.ASKED))
  public Response ask(
      @PathParam("clientId") UUID clientId, @NotNull @Valid AuditPackageRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    AuditPackageResponse asked =
        asking.ask(scopes.client(), request.scope(clientId, now), caller.token().subject(), now);
    return Response.created(
            UriBuilder.fromPath("/v1/clients/{client}/audit-packages/{id}")
                .build(clientId, asked.id()))
        .entity(asked)
        .build();
  }

  @GET
  @Requires(Permission.EVIDENCE_READ)
  @Transactional
  @Operation(operationId = "listAuditPackages", summary = "Audit packages, newest first")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              example = "{\"items\":[" + AuditPackageResponse.SEALED + "],\"nextCursor\":null}"))
  public Page<AuditPackageResponse> list(
      @PathParam("clientId") UUID clientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var page = PageRequest.of(limit, cursor, "audit-packages", clientId);
    return Page.of(
        packages.page(page), page, asked -> asked.id().toString(), AuditPackageResponse::of);
  }

  @GET
  @Path("/{packageId}")
  @Requires(Permission.EVIDENCE_READ)
  @Transactional
  @Operation(
      operationId = "getAuditPackage",
      summary = "Where an audit package stands: its state, its progress, in the end its digest")
  @APIResponse(
      responseCode = "200",
      description = "The package",
      content =
          @Content(
              schema = @Schema(implementation = AuditPackageResponse.class),
              example = AuditPackageResponse.SEALED))
  public AuditPackageResponse get(
      @PathParam("clientId") UUID clientId, @PathParam("packageId") UUID packageId) {
    return packages
        .findByIdOptional(packageId)
        .map(AuditPackageResponse::of)
        .orElseThrow(ProblemException::notFound);
  }
}
