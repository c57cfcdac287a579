package dev.assay.readiness.section302;

import dev.assay.readiness.rule.EvaluationWindowRules;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Whether the evaluation of disclosure controls was made at a date that both the statute and the
 * SEC rule accept (rulebook 1.1).
 *
 * @param daysBeforeFiling calendar days from evaluation to filing; negative when filed before it
 * @param statuteOk whether the statute's limit holds
 * @param periodEndOk whether it is as of the end of the period
 */
public record EvaluationWindow(
    long daysBeforeFiling, boolean statuteOk, boolean periodEndOk, Result result) {

  /** What the two tests say together. */
  public enum Result {
    OK,
    LEGAL_REVIEW,
    NOT_OK,
    INVALID
  }

  /** Tests these dates by these rules. */
  public static EvaluationWindow of(
      LocalDate periodEnd,
      LocalDate evaluatedAsOf,
      LocalDate filedOn,
      EvaluationWindowRules rules) {
    long days = ChronoUnit.DAYS.between(evaluatedAsOf, filedOn);
    boolean statuteOk = days >= 0 && days <= rules.statuteMaxDays();
    boolean periodEndOk = evaluatedAsOf.equals(periodEnd);
    return new EvaluationWindow(
        days, statuteOk, periodEndOk, resultOf(days, statuteOk, periodEndOk));
  }

  private static Result resultOf(long days, boolean statuteOk, boolean periodEndOk) {
    if (days < 0) {
      return Result.INVALID;
    }
    if (!periodEndOk) {
      return Result.NOT_OK;
    }
    return statuteOk ? Result.OK : Result.LEGAL_REVIEW;
  }
}
