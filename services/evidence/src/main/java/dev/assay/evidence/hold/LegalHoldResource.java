package dev.assay.evidence.hold;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.evidence.EvidenceProblem;
import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
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

/** Legal holds on a client's evidence. */
@Path("/v1/clients/{clientId}/legal-holds")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Legal holds")
public class LegalHoldResource {

  private static final String HOLD =
      """
      {"id":"01932f3e-6a00-7c40-8a53-000000000021","matter":"Example v. Example, 26-0001","reason":"Counsel's notice of 2026-11-20","state":"PLACED","byFilter":true,"controlId":"AM-04","periodFrom":"2026-01-01","periodTo":"2026-12-31","items":12,"placedBy":"00000000-0000-4000-8000-000000000003","placedAt":"2026-11-23T10:15:29.001Z","releaseReason":null,"releaseAskedBy":null,"releaseAskedAt":null,"liftedBy":null,"liftedAt":null}
      """;
  private static final String LIFTED =
      """
      {"id":"01932f3e-6a00-7c40-8a53-000000000021","matter":"Example v. Example, 26-0001","reason":"Counsel's notice of 2026-11-20","state":"LIFTED","byFilter":true,"controlId":"AM-04","periodFrom":"2026-01-01","periodTo":"2026-12-31","items":12,"placedBy":"00000000-0000-4000-8000-000000000003","placedAt":"2026-11-23T10:15:29.001Z","releaseReason":"The matter is settled","releaseAskedBy":"00000000-0000-4000-8000-000000000003","releaseAskedAt":"2027-03-01T09:00:00Z","liftedBy":"00000000-0000-4000-8000-000000000004","liftedAt":"2027-03-02T09:00:00Z"}
      """;

  private final Holds holds;
  private final AuditTrail audit;
  private final Caller caller;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  LegalHoldResource(Holds holds, AuditTrail audit, Caller caller, Clock clock) {
    this.holds = holds;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.LEGAL_HOLD_PLACE)
  @Idempotent
  @Transactional
  @Operation(
      operationId = "placeLegalHold",
      summary = "Hold evidence for a matter: items by name, or all that meet a filter now or later")
  @APIResponse(
      responseCode = "201",
      description = "The hold, in force",
      content = @Content(schema = @Schema(implementation = HoldResponse.class), example = HOLD))
  public Response place(@PathParam("clientId") UUID clientId, @NotNull @Valid HoldRequest request) {
    request.requireOneReach();
    UUID id = ids.generate();
    if (!holds.place(id, request, subject(), now())) {
      throw ProblemException.invalid("/evidenceIds", "One of the items is not there.");
    }
    HoldResponse placed = holds.find(id).orElseThrow();
    audit.record(
        event("placed", id)
            .with("byFilter", placed.byFilter())
            .with("controlId", placed.controlId())
            .with("periodFrom", placed.periodFrom())
            .with("periodTo", placed.periodTo())
            .with("items", placed.items()));
    return Response.created(
            UriBuilder.fromPath("/v1/clients/{client}/legal-holds/{id}").build(clientId, id))
        .entity(placed)
        .build();
  }

  @GET
  @Requires(Permission.LEGAL_HOLD_READ)
  @Transactional
  @Operation(operationId = "listLegalHolds", summary = "Legal holds, newest first")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = "application/json",
              example = "{\"items\":[" + HOLD + "],\"nextCursor\":null}"))
  public Page<HoldResponse> list(
      @PathParam("clientId") UUID clientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    PageRequest page = PageRequest.of(limit, cursor, "legal-holds", clientId);
    return Page.of(holds.page(page), page, hold -> hold.id().toString(), hold -> hold);
  }

  @GET
  @Path("/{holdId}")
  @Requires(Permission.LEGAL_HOLD_READ)
  @Transactional
  @Operation(operationId = "getLegalHold", summary = "A legal hold, and who asked for its end")
  @APIResponse(
      responseCode = "200",
      description = "The hold",
      content = @Content(schema = @Schema(implementation = HoldResponse.class), example = HOLD))
  public HoldResponse get(@PathParam("clientId") UUID clientId, @PathParam("holdId") UUID holdId) {
    return find(holdId);
  }

  @POST
  @Path("/{holdId}/release")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.LEGAL_HOLD_LIFT)
  @Idempotent
  @Transactional
  @Operation(
      operationId = "askLegalHoldRelease",
      summary = "Ask for the end of a legal hold; it holds until another person agrees")
  @APIResponse(
      responseCode = "200",
      description = "The hold, still in force",
      content = @Content(schema = @Schema(implementation = HoldResponse.class), example = HOLD))
  public Response askRelease(
      @PathParam("clientId") UUID clientId,
      @PathParam("holdId") UUID holdId,
      @NotNull @Valid ReleaseRequest request) {
    requireUnlifted(find(holdId));
    if (!holds.ask(holdId, request.reason(), subject(), now())) {
      throw ProblemException.of(
          EvidenceProblem.HOLD_RELEASE_ASKED, "Somebody asked before; the hold is in force.");
    }
    audit.record(event("release-asked", holdId));
    return Response.ok(find(holdId)).build();
  }

  @POST
  @Path("/{holdId}/release/approval")
  @Requires(Permission.LEGAL_HOLD_LIFT)
  @Idempotent
  @Transactional
  @Operation(
      operationId = "approveLegalHoldRelease",
      summary = "Agree, as another person, to the end of a legal hold: it is lifted")
  @APIResponse(
      responseCode = "200",
      description = "The hold, lifted",
      content = @Content(schema = @Schema(implementation = HoldResponse.class), example = LIFTED))
  public Response approveRelease(
      @PathParam("clientId") UUID clientId, @PathParam("holdId") UUID holdId) {
    HoldResponse hold = find(holdId);
    requireUnlifted(hold);
    if (hold.releaseAskedBy() == null) {
      throw ProblemException.of(
          EvidenceProblem.HOLD_RELEASE_NOT_ASKED, "The hold is in force and stays so.");
    }
    if (hold.releaseAskedBy().equals(subject())) {
      throw ProblemException.of(
          EvidenceProblem.HOLD_NEEDS_ANOTHER_PERSON, "You asked for the end of this hold.");
    }
    if (!holds.lift(holdId, subject(), now())) {
      throw ProblemException.of(EvidenceProblem.HOLD_LIFTED, "Somebody else was first.");
    }
    audit.record(event("lifted", holdId));
    return Response.ok(find(holdId)).build();
  }

  private HoldResponse find(UUID hold) {
    return holds.find(hold).orElseThrow(ProblemException::notFound);
  }

  private static void requireUnlifted(HoldResponse hold) {
    if (hold.state() == HoldState.LIFTED) {
      throw ProblemException.of(EvidenceProblem.HOLD_LIFTED, "It was lifted earlier.");
    }
  }

  private String subject() {
    return caller.token().subject();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static AuditEvent event(String verb, UUID hold) {
    return AuditEvent.of("legal-hold." + verb, "LEGAL_HOLD", hold);
  }
}
