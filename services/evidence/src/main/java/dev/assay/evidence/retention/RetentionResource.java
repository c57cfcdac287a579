package dev.assay.evidence.retention;

import dev.assay.evidence.hold.Holds;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long an item of evidence is kept. */
@Path("/v1/clients/{clientId}/evidence/{evidenceId}/retention")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
public class RetentionResource {

  private static final String EXPLAINED =
      """
      {"evidenceId":"01932f3e-6a00-7c40-8a53-000000000001","status":"HELD","held":true,"holds":["01932f3e-6a00-7c40-8a53-000000000021"],"retainThrough":null,"firstDeletable":null,"governingRule":null,"ruleSet":"retention-law-2004-11-15","periodTo":"2026-11-23","terms":[],"locks":[{"fileId":"01932f3e-6a00-7c40-8a53-000000000002","lockedUntil":"2033-11-24T12:00:00Z","ruleSet":"evidence-retention-1"}]}
      """;

  /** This service is told of no audit's end yet, and without it there is no end to any item. */
  private static final AuditFacts NOT_KNOWN =
      new AuditFacts(EngagementOutcome.IN_PROGRESS, Map.of());

  private final RetainedFiles files;
  private final Holds holds;
  private final RetentionLaw law;
  private final Clock clock;

  RetentionResource(RetainedFiles files, Holds holds, RetentionLaw law, Clock clock) {
    this.files = files;
    this.holds = holds;
    this.law = law;
    this.clock = clock;
  }

  @GET
  @Requires(Permission.EVIDENCE_READ)
  @Transactional
  @Operation(
      operationId = "explainEvidenceRetention",
      summary = "How long an item is kept, by which rules, and which legal holds are on it")
  @APIResponse(
      responseCode = "200",
      description = "The retention with its derivation",
      content =
          @Content(schema = @Schema(implementation = RetentionResponse.class), example = EXPLAINED))
  public RetentionResponse explain(
      @PathParam("clientId") UUID clientId, @PathParam("evidenceId") UUID evidenceId) {
    LocalDate periodTo = files.periodEnd(evidenceId).orElseThrow(ProblemException::notFound);
    List<UUID> inForce = holds.on(evidenceId);
    LawRuleSet rules = law.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    Retention retention = Retention.of(rules, NOT_KNOWN, List.of(), !inForce.isEmpty());
    return RetentionResponse.of(evidenceId, retention, periodTo, inForce, files.locks(evidenceId));
  }
}
