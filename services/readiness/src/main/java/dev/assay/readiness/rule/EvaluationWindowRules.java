package dev.assay.readiness.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The two date tests of an evaluation of disclosure controls.
 *
 * @param statuteMaxDays how many calendar days before filing the statute lets it lie, that day
 *     included
 */
public record EvaluationWindowRules(
    String ruleSet,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    String source,
    int statuteMaxDays)
    implements Dated {}
