package dev.assay.tenants.filer.status;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.tenants.client.FiscalYearEnd;
import dev.assay.tenants.filer.rule.FilerRuleSet;
import dev.assay.tenants.filer.rule.FilerRuleSets;
import dev.assay.tenants.filer.rule.FloatStatus;
import dev.assay.tenants.filer.rule.Money;
import dev.assay.testing.golden.GoldenSuite;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FilerStatusGoldenTest {

  private static final BigDecimal MINOR_UNITS_IN_A_MILLION = BigDecimal.valueOf(100_000_000);

  @TestFactory
  Stream<DynamicTest> everyCase() throws IOException {
    return GoldenSuite.named("filer-status-404b").tests(FilerStatusGoldenTest::answer);
  }

  private static JsonNode answer(JsonNode input) {
    LocalDate yearEnd = date(input.required("fiscal_year_end"));
    FilerRuleSet rules = FilerRuleSets.published().inForceOn(yearEnd).orElseThrow();
    return switch (input.required("calc").asText()) {
      case "status" -> status(FilerStatusAnswer.of(facts(input, yearEnd), rules));
      case "acquisition-exclusion" ->
          exclusion(
              AcquisitionExclusion.of(
                  date(input.required("acquired_on")),
                  yearEnd,
                  input.required("annual_reports_already_excluding").asInt(),
                  rules.rules().acquisition()));
      default -> throw new IllegalArgumentException(input.toString());
    };
  }

  private static FilerFacts facts(JsonNode input, LocalDate yearEnd) {
    String previous = input.required("previous_status").asText(null);
    return new FilerFacts(
        Registration.REPORTING,
        yearEnd,
        recurring(yearEnd),
        millions(input.required("public_float_m")),
        null,
        null,
        millions(input.required("revenue_m")),
        millions(input.required("previous_revenue_m")),
        input.required("months_reporting").asInt(),
        input.required("annual_reports_filed_before").asInt(),
        previous == null
            ? null
            : FloatStatus.valueOf(previous.toUpperCase(Locale.ROOT).replace('-', '_')),
        input.required("egc").asBoolean(),
        input.required("ipo_date").isNull() ? null : date(input.required("ipo_date")),
        millions(input.required("nonconvertible_debt_3y_m")));
  }

  private static FiscalYearEnd recurring(LocalDate yearEnd) {
    boolean endOfFebruary =
        yearEnd.getMonth() == Month.FEBRUARY && yearEnd.getDayOfMonth() == yearEnd.lengthOfMonth();
    return endOfFebruary
        ? new FiscalYearEnd(2, 29)
        : new FiscalYearEnd(yearEnd.getMonthValue(), yearEnd.getDayOfMonth());
  }

  private static JsonNode status(FilerStatusAnswer answer) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("filer_status", code(answer.floatStatus()))
            .put("management_404a", answer.management404a())
            .put("auditor_404b", answer.auditor404b())
            .put("certification_302", answer.certification302())
            .put("certification_906", answer.certification906())
            .put("egc_status", code(answer.emergingGrowth().status()));
    ArrayNode reasons = json.putArray("egc_ended_reasons");
    answer.emergingGrowth().endedReasons().forEach(reason -> reasons.add(code(reason)));
    LocalDate latestEnd = answer.emergingGrowth().latestEnd();
    return json.put("egc_latest_end", latestEnd == null ? null : latestEnd.toString())
        .put("annual_report_due_days", answer.annualReportDueDays())
        .put("quarterly_report_due_days", answer.quarterlyReportDueDays());
  }

  private static JsonNode exclusion(AcquisitionExclusion answer) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("may_exclude", answer.mayExclude())
        .put("reason", code(answer.reason()));
  }

  private static String code(@Nullable Enum<?> value) {
    return requireNonNull(value).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static @Nullable Money millions(JsonNode amount) {
    return amount.isNull()
        ? null
        : new Money(
            amount.decimalValue().multiply(MINOR_UNITS_IN_A_MILLION).longValueExact(), "USD");
  }

  private static LocalDate date(JsonNode day) {
    return LocalDate.parse(day.asText());
  }
}
