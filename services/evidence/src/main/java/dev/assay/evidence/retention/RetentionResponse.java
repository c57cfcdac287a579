package dev.assay.evidence.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.evidence.period.AuditedYear;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long an item is kept and why, so that a reader can work it out again. */
@Schema(name = "EvidenceRetention")
@JsonInclude(JsonInclude.Include.ALWAYS)
record RetentionResponse(
    @Schema(required = true) UUID evidenceId,
    @Schema(required = true) RetentionStatus status,
    @Schema(required = true) boolean held,
    @Schema(required = true, description = "The legal holds in force on it.") List<UUID> holds,
    @Schema(required = true, nullable = true, description = "The last day of keeping.")
        @Nullable LocalDate retainThrough,
    @Schema(required = true, nullable = true) @Nullable LocalDate firstDeletable,
    @Schema(required = true, nullable = true) @Nullable String governingRule,
    @Schema(required = true, examples = "retention-law-2004-11-15") String ruleSet,
    @Schema(required = true, description = "The control that it is evidence for.") String controlId,
    @Schema(required = true, description = "The last day that the item covers.") LocalDate periodTo,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description = "The year that has periodTo; absent where the client has no such year.")
        @Nullable Audit audit,
    @Schema(
            required = true,
            description = "When this was worked out; holds and policies are of then.")
        Instant decidedAt,
    @Schema(required = true, description = "Every rule that ran, the law's and the policies'.")
        List<Term> terms,
    @Schema(required = true, description = "The locks of its sealed files.") List<Lock> locks) {

  /** What one rule asks. */
  @Schema(name = "RetentionTerm")
  record Term(
      @Schema(required = true) String rule,
      @Schema(required = true) LocalDate start,
      @Schema(required = true) int years,
      @Schema(required = true) LocalDate through,
      @Schema(required = true) String source) {}

  /** Until when the store keeps a file, whatever anybody wants. */
  @Schema(name = "RetentionLock")
  record Lock(
      @Schema(required = true) UUID fileId,
      @Schema(required = true) Instant lockedUntil,
      @Schema(required = true, description = "When it must end, decided now.") Instant neededUntil,
      @Schema(required = true, description = "Whether the store has still to lengthen it.")
          boolean endsTooSoon,
      @Schema(required = true, description = "Of the first lock after sealing.") String ruleSet) {

    static Lock of(
        RetainedFiles.Locked lock, Retention retention, LawRuleSet.LockAhead ahead, Instant now) {
      Instant needed = retention.lockFor(lock.until(), now, ahead).truncatedTo(ChronoUnit.SECONDS);
      return new Lock(
          lock.file(), lock.until(), needed, needed.isAfter(lock.until()), lock.ruleSet());
    }
  }

  /** What the decision took from another service, and when. */
  @Schema(name = "RetentionAudit")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Audit(
      @Schema(required = true) String fiscalYear,
      @Schema(required = true) LocalDate start,
      @Schema(required = true) LocalDate end,
      @Schema(required = true, nullable = true) @Nullable LocalDate auditConcludedOn,
      @Schema(required = true, nullable = true) @Nullable LocalDate reAuditedOn,
      @Schema(
              required = true,
              nullable = true,
              description = "The end of the fiscal year in which the later of the two concluded.")
          @Nullable LocalDate concludedYearEnd,
      @Schema(required = true, description = "The service that said so.") String source,
      @Schema(required = true) Instant learnedAt) {

    static Audit of(AuditedYear year) {
      return new Audit(
          year.label(),
          year.start(),
          year.end(),
          year.auditConcludedOn(),
          year.reAuditedOn(),
          year.concludedYearEnd(),
          "tenants",
          year.learnedAt());
    }
  }

  RetentionResponse {
    holds = List.copyOf(holds);
    terms = List.copyOf(terms);
    locks = List.copyOf(locks);
  }

  static RetentionResponse of(
      UUID evidence,
      Retention retention,
      RetainedFiles.Item item,
      @Nullable AuditedYear year,
      List<UUID> holds,
      Instant decidedAt,
      List<Lock> locks) {
    return new RetentionResponse(
        evidence,
        retention.status(),
        retention.held(),
        holds,
        retention.through().orElse(null),
        retention.firstDeletable().orElse(null),
        Optional.ofNullable(retention.governing()).map(LawRule.Term::rule).orElse(null),
        retention.ruleSet(),
        item.controlId(),
        item.periodTo(),
        year == null ? null : Audit.of(year),
        decidedAt,
        retention.terms().stream()
            .map(
                term ->
                    new Term(
                        term.rule(), term.start(), term.years(), term.through(), term.source()))
            .toList(),
        locks);
  }
}
