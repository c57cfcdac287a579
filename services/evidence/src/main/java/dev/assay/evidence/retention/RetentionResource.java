package dev.assay.evidence.retention;

import dev.assay.evidence.hold.Holds;
import dev.assay.evidence.period.AuditedYear;
import dev.assay.evidence.period.KnownAudits;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenancy.scope.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How long an item of evidence is kept. */
@Path("/v1/clients/{clientId}/evidence/{evidenceId}/retention")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
public class RetentionResource {

  private static final String EXPLAINED =
      """
      {"evidenceId":"01932f3e-6a00-7c40-8a53-000000000001","status":"DATED","held":false,"holds":[],"retainThrough":"2034-02-24","firstDeletable":"2034-02-25","governingRule":"17cfr210.2-06","ruleSet":"retention-law-2004-11-15","controlId":"AM-04","periodTo":"2026-06-30","audit":{"fiscalYear":"2026","start":"2026-01-01","end":"2026-12-31","auditConcludedOn":"2027-02-24","reAuditedOn":null,"concludedYearEnd":"2027-12-31","source":"tenants","learnedAt":"2027-03-01T10:15:29.001Z"},"decidedAt":"2027-03-01T10:15:29.001Z","terms":[{"rule":"17cfr210.2-06","start":"2027-02-24","years":7,"through":"2034-02-24","source":"17 CFR 210.2-06(a)"}],"locks":[{"fileId":"01932f3e-6a00-7c40-8a53-000000000002","lockedUntil":"2034-02-25T12:00:00Z","neededUntil":"2034-02-25T12:00:00Z","endsTooSoon":false,"ruleSet":"evidence-retention-1"}]}
      """;

  private final Scopes scopes;
  private final RetainedFiles files;
  private final Holds holds;
  private final KnownAudits audits;
  private final RetentionPolicies policies;
  private final RetentionLaw law;
  private final Clock clock;

  RetentionResource(
      Scopes scopes,
      RetainedFiles files,
      Holds holds,
      KnownAudits audits,
      RetentionPolicies policies,
      RetentionLaw law,
      Clock clock) {
    this.scopes = scopes;
    this.files = files;
    this.holds = holds;
    this.audits = audits;
    this.policies = policies;
    this.law = law;
    this.clock = clock;
  }

  @GET
  @Requires(Permission.EVIDENCE_READ)
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
    RetainedFiles.Item item =
        scopes
            .inTransaction(scopes.client(), () -> files.item(evidenceId))
            .orElseThrow(ProblemException::notFound);
    @Nullable AuditedYear year = audits.ask(item.periodTo()).orElse(null);
    return scopes.inTransaction(scopes.client(), () -> explain(evidenceId, item, year));
  }

  private RetentionResponse explain(
      UUID evidence, RetainedFiles.Item item, @Nullable AuditedYear year) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<UUID> inForce = holds.on(evidence);
    LawRuleSet rules = law.on(today);
    Retention retention =
        Decisions.decide(rules, year, policies.on(today), item.controlId(), !inForce.isEmpty());
    return RetentionResponse.of(
        evidence,
        retention,
        item,
        year,
        inForce,
        now,
        files.locks(evidence).stream()
            .map(lock -> RetentionResponse.Lock.of(lock, retention, rules.lock(), now))
            .toList());
  }
}
