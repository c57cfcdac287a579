package dev.assay.evidence.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
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
    @Schema(required = true, description = "The last day that the item covers.") LocalDate periodTo,
    @Schema(required = true, description = "Every rule that ran.") List<Term> terms,
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
      @Schema(required = true, description = "Of the first lock after sealing.") String ruleSet) {}

  RetentionResponse {
    holds = List.copyOf(holds);
    terms = List.copyOf(terms);
    locks = List.copyOf(locks);
  }

  static RetentionResponse of(
      UUID evidence, Retention retention, LocalDate periodTo, List<UUID> holds, List<Lock> locks) {
    return new RetentionResponse(
        evidence,
        retention.status(),
        retention.held(),
        holds,
        retention.through().orElse(null),
        retention.firstDeletable().orElse(null),
        Optional.ofNullable(retention.governing()).map(LawRule.Term::rule).orElse(null),
        retention.ruleSet(),
        periodTo,
        retention.terms().stream()
            .map(
                term ->
                    new Term(
                        term.rule(), term.start(), term.years(), term.through(), term.source()))
            .toList(),
        locks);
  }
}
