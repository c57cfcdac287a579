package dev.assay.tenants.filer.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One comparison that an answer rests on.
 *
 * @param value what was compared; null when it is not known, and then the test does not hold
 * @param limit from the rule set
 * @param explanation the comparison as a sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleTest(
    @Schema(required = true) Name test,
    @Nullable Measure value,
    @Schema(required = true) Comparison comparison,
    @Schema(required = true) Measure limit,
    @Schema(required = true) boolean holds,
    @Schema(
            required = true,
            examples = "Public float USD 900,000,000.00 is at least USD 700,000,000.00.")
        String explanation) {

  /** How value and limit are compared. */
  @Schema(name = "Comparison")
  public enum Comparison {
    AT_LEAST("at least"),
    BELOW("below"),
    ABOVE("above"),
    ON_OR_AFTER("on or after"),
    ONE_OF("one of");

    private final String words;

    Comparison(String words) {
      this.words = words;
    }
  }

  /** What is compared, and for what. */
  @Schema(name = "RuleTestName")
  public enum Name {
    LARGE_ACCELERATED_MONTHS("Months of reporting"),
    LARGE_ACCELERATED_ANNUAL_REPORTS("Number of annual reports filed before"),
    LARGE_ACCELERATED_ENTRY_FLOAT("Public float"),
    LARGE_ACCELERATED_ENTRY_FLOAT_YEAR_BEFORE("Public float a year before"),
    LARGE_ACCELERATED_EXIT_APPLIES("Status last year"),
    LARGE_ACCELERATED_EXIT_FLOAT("Public float"),
    LARGE_ACCELERATED_EXIT_FLOAT_YEAR_BEFORE("Public float a year before"),
    ACCELERATED_MONTHS("Months of reporting"),
    ACCELERATED_ANNUAL_REPORTS("Number of annual reports filed before"),
    ACCELERATED_ENTRY_FLOAT("Public float"),
    ACCELERATED_ENTRY_FLOAT_YEAR_BEFORE("Public float a year before"),
    ACCELERATED_EXIT_APPLIES("Status last year"),
    ACCELERATED_EXIT_FLOAT("Public float"),
    ACCELERATED_EXIT_FLOAT_YEAR_BEFORE("Public float a year before"),
    REVENUE_TEST_REENTRY_APPLIES("Status last year"),
    REVENUE_TEST_PREVIOUS_REVENUE("Revenue of the year before"),
    REVENUE_TEST_REVENUE("Revenue"),
    REVENUE_TEST_FLOAT("Public float"),
    EGC_ENDED_BY_DEBT("Non-convertible debt issued in three years"),
    EGC_ENDED_BY_FIFTH_ANNIVERSARY("End of the fiscal year"),
    EGC_ENDED_BY_LARGE_ACCELERATED("Status this year or last year"),
    EGC_ENDED_BY_REVENUE("Revenue"),
    EGC_ENDED_BY_PREVIOUS_REVENUE("Revenue of the year before"),
    MANAGEMENT_REPORT_ANNUAL_REPORTS("Number of annual reports filed before"),
    AUDITOR_ATTESTATION_STATUS("Status");

    private final String what;

    Name(String what) {
      this.what = what;
    }
  }

  static RuleTest of(
      Name test, @Nullable Measure value, Comparison comparison, Measure limit, boolean holds) {
    String sentence =
        value == null
            ? "%s is not known, so it is not shown to be %s %s."
                .formatted(test.what, comparison.words, limit.written())
            : "%s %s is %s%s %s."
                .formatted(
                    test.what,
                    value.written(),
                    holds ? "" : "not ",
                    comparison.words,
                    limit.written());
    return new RuleTest(test, value, comparison, limit, holds, sentence);
  }
}
