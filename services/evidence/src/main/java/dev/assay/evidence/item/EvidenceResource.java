package dev.assay.evidence.item;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.evidence.file.FileResponse;
import dev.assay.evidence.file.FileState;
import dev.assay.evidence.file.StoredFiles;
import dev.assay.evidence.owner.Owner;
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
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Items of a client's evidence. */
@Path("/v1/clients/{clientId}/evidence")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence")
public class EvidenceResource {

  static final String ITEM =
      """
      {"id":"01932f3e-6a00-7c40-8a53-000000000001","title":"Users of the sign-in realm","controlId":"AM-04","periodFrom":"2026-01-01","periodTo":"2026-11-23","sourceSystem":"Keycloak","obtainedHow":"Admin API, all users of the realm, 9 rows","addedBy":"00000000-0000-4000-8000-000000000003","arrivedAt":"2026-11-23T10:15:29.001Z"}
      """;

  private final Evidences evidences;
  private final StoredFiles files;
  private final AuditTrail audit;
  private final Caller caller;
  private final Scopes scopes;
  private final Clock clock;

  EvidenceResource(
      Evidences evidences,
      StoredFiles files,
      AuditTrail audit,
      Caller caller,
      Scopes scopes,
      Clock clock) {
    this.evidences = evidences;
    this.files = files;
    this.audit = audit;
    this.caller = caller;
    this.scopes = scopes;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EVIDENCE_UPLOAD)
  @Idempotent
  @Transactional
  @Operation(
      operationId = "createEvidence",
      summary = "Enter an item of evidence; its files are uploaded to it afterwards")
  @APIResponse(
      responseCode = "201",
      description = "The item",
      content = @Content(schema = @Schema(implementation = EvidenceResponse.class), example = ITEM))
  public Response create(
      @PathParam("clientId") UUID clientId, @NotNull @Valid EvidenceRequest request) {
    return enter(request);
  }

  /** Enters an item for the owner in whose scope we are. */
  Response enter(EvidenceRequest request) {
    request.requireSensiblePeriod();
    if (request.informationProduced() != null) {
      request.informationProduced().requireRunBefore(clock.instant());
    }
    var item =
        new Evidence(
            request, caller.token().subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    evidences.persist(item);
    audit.record(
        AuditEvent.of("evidence.entered", "EVIDENCE", item.id())
            .with("controlId", item.controlId())
            .with("periodFrom", item.periodFrom())
            .with("periodTo", item.periodTo()));
    return Response.created(Owner.of(scopes.client()).item(item.id()))
        .entity(EvidenceResponse.of(item))
        .build();
  }

  @GET
  @Requires(Permission.EVIDENCE_READ)
  @Transactional
  @Operation(
      operationId = "listEvidence",
      summary = "Items of evidence, newest first, by what they are for and what they cover")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = "application/json",
              example = "{\"items\":[" + ITEM + "],\"nextCursor\":null}"))
  public Page<EvidenceResponse> list(
      @PathParam("clientId") UUID clientId,
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
    var filter =
        EvidenceFilter.parse(controlId, periodFrom, periodTo, titlePrefix, sourceSystem, fileState);
    PageRequest page = filter.page(clientId, limit, cursor);
    return Page.of(
        evidences.page(filter, page), page, item -> item.id().toString(), EvidenceResponse::of);
  }

  @GET
  @Path("/{evidenceId}")
  @Requires(Permission.EVIDENCE_READ)
  @Transactional
  @Operation(operationId = "getEvidence", summary = "An item of evidence with its files")
  @APIResponse(
      responseCode = "200",
      description = "The item",
      content = @Content(schema = @Schema(implementation = EvidenceDetail.class)))
  public EvidenceDetail get(
      @PathParam("clientId") UUID clientId, @PathParam("evidenceId") UUID evidenceId) {
    Evidence item = evidences.findByIdOptional(evidenceId).orElseThrow(ProblemException::notFound);
    return new EvidenceDetail(
        EvidenceResponse.of(item), files.of(evidenceId).stream().map(FileResponse::of).toList());
  }
}
