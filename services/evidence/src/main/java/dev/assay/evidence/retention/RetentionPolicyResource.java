package dev.assay.evidence.retention;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A client's own rules of retention; its MSP's admins set them. */
@Path("/v1/clients/{clientId}/retention-policies")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
public class RetentionPolicyResource {

  private final RetentionPolicies policies;
  private final AuditTrail audit;
  private final Caller caller;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  RetentionPolicyResource(
      RetentionPolicies policies, AuditTrail audit, Caller caller, Clock clock) {
    this.policies = policies;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.CLIENT_UPDATE)
  @Idempotent
  @Transactional
  @Operation(
      operationId = "addRetentionPolicy",
      summary = "Keep a class of evidence longer than the law asks, from a day on",
      description =
          "A policy is never changed: one of the same class and start that begins later takes its"
              + " place. The longest of all rules wins, and no lock becomes shorter.")
  @APIResponse(
      responseCode = "201",
      description = "The policy",
      content =
          @Content(
              schema = @Schema(implementation = RetentionPolicy.class),
              example = RetentionPolicy.EXAMPLE))
  public Response add(@PathParam("clientId") UUID clientId, @NotNull @Valid PolicyRequest request) {
    if (request.validFrom().isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
      throw ProblemException.invalid("/validFrom", "Give today or a later day.");
    }
    var policy =
        new RetentionPolicy(
            ids.generate(),
            request.validFrom(),
            request.evidenceClass(),
            request.start(),
            request.years(),
            request.reason(),
            caller.token().subject(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    policies.add(policy);
    audit.record(
        AuditEvent.of("retention-policy.added", "RETENTION_POLICY", policy.id())
            .with("validFrom", policy.validFrom())
            .with("evidenceClass", policy.evidenceClass())
            .with("start", policy.start())
            .with("years", policy.years()));
    return Response.created(
            UriBuilder.fromPath("/v1/clients/{id}/retention-policies").build(clientId))
        .entity(policy)
        .build();
  }

  @GET
  @Requires(Permission.CLIENT_READ)
  @Transactional
  @Operation(operationId = "listRetentionPolicies", summary = "The client's policies, newest first")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = "application/json",
              example = "{\"items\":[" + RetentionPolicy.EXAMPLE + "],\"nextCursor\":null}"))
  public Page<RetentionPolicy> list(
      @PathParam("clientId") UUID clientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    PageRequest page = PageRequest.of(limit, cursor, "retention-policies", clientId);
    return Page.of(policies.page(page), page, policy -> policy.id().toString(), policy -> policy);
  }
}
