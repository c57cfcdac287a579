package dev.assay.tenants.filer.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reckons an answer again from its JSON alone, in another way than the engine: each comparison from
 * the inputs and limits that it shows, and the conclusion from the comparisons.
 */
public final class Reckoned {

  private static final Map<String, String> COMPARED =
      Map.ofEntries(
          Map.entry("MONTHS", "/monthsReporting"),
          Map.entry("ANNUAL_REPORTS", "/annualReportsFiledBefore"),
          Map.entry("ENTRY_FLOAT", "/publicFloat"),
          Map.entry("EXIT_FLOAT", "/publicFloat"),
          Map.entry("ENTRY_FLOAT_YEAR_BEFORE", "/previousPublicFloat"),
          Map.entry("EXIT_FLOAT_YEAR_BEFORE", "/previousPublicFloat"),
          Map.entry("REVENUE_TEST_PREVIOUS_REVENUE", "/previousRevenue"),
          Map.entry("REVENUE_TEST_REVENUE", "/revenue"),
          Map.entry("REVENUE_TEST_FLOAT", "/publicFloat"),
          Map.entry("EGC_ENDED_BY_DEBT", "/nonConvertibleDebt"),
          Map.entry("EGC_ENDED_BY_FIFTH_ANNIVERSARY", "/fiscalYearEnd"),
          Map.entry("EGC_ENDED_BY_REVENUE", "/revenue"),
          Map.entry("EGC_ENDED_BY_PREVIOUS_REVENUE", "/previousRevenue"),
          Map.entry("MANAGEMENT_REPORT_ANNUAL_REPORTS", "/annualReportsFiledBefore"));

  private final JsonNode answer;
  private final JsonNode inputs;
  private final JsonNode rules;
  private final Map<String, Boolean> holds = new HashMap<>();

  private Reckoned(JsonNode answer) {
    this.answer = answer;
    this.inputs = answer.required("inputs");
    this.rules = answer.required("rules");
  }

  /** Fails unless the answer follows from what it shows. */
  public static void again(JsonNode answer) {
    assertThat(answer.required("inputs").required("registration").asText()).isEqualTo("REPORTING");
    new Reckoned(answer).check();
  }

  private void check() {
    for (JsonNode test : answer.required("derivation")) {
      check(test);
    }
    String status = status();
    assertThat(answer.required("floatStatus").asText()).isEqualTo(status);
    assertThat(answer.required("filerStatus").asText())
        .isEqualTo(
            inputs.required("annualReportsFiledBefore").asInt() == 0 ? "NEWLY_PUBLIC" : status);
    assertThat(answer.required("annualReportDueDays").asInt())
        .isEqualTo(rules.at("/dueDays/" + status + "/annualReport").asInt());
    assertThat(answer.required("quarterlyReportDueDays").asInt())
        .isEqualTo(rules.at("/dueDays/" + status + "/quarterlyReport").asInt());
    assertThat(answer.required("certification302").asBoolean()).isTrue();
    assertThat(answer.required("certification906").asBoolean()).isTrue();
    boolean management = holds("MANAGEMENT_REPORT_ANNUAL_REPORTS");
    assertThat(answer.required("management404a").asBoolean()).isEqualTo(management);
    checkEmergingGrowth();
    boolean exempt = answer.at("/emergingGrowth/status").asText().equals("IN_FORCE");
    assertThat(answer.required("auditor404b").asBoolean())
        .isEqualTo(management && holds("AUDITOR_ATTESTATION_STATUS") && !exempt);
  }

  private void check(JsonNode test) {
    String name = test.required("test").asText();
    JsonNode value = test.path("value");
    JsonNode limit = test.required("limit");
    String compared = COMPARED.get(name.replaceFirst("^(LARGE_)?ACCELERATED_", ""));
    if (compared != null) {
      JsonNode input = inputs.at(compared);
      assertThat(bare(value)).as(name).isEqualTo(input);
    }
    boolean holds =
        !value.isMissingNode()
            && switch (test.required("comparison").asText()) {
              case "AT_LEAST" -> number(value) >= number(limit);
              case "BELOW" -> number(value) < number(limit);
              case "ABOVE" -> number(value) > number(limit);
              case "ON_OR_AFTER" ->
                  value.required("date").asText().compareTo(limit.required("date").asText()) >= 0;
              case "ONE_OF" ->
                  !shared(value.required("statuses"), limit.required("statuses")).isEmpty();
              default -> throw new AssertionError(test);
            };
    assertThat(test.required("holds").asBoolean()).as(name).isEqualTo(holds);
    if (!value.isMissingNode() && limit.has("money")) {
      assertThat(test.required("explanation").asText()).contains("USD ");
    }
    assertThat(this.holds.put(name, holds)).as("%s once", name).isNull();
  }

  private static JsonNode bare(JsonNode measure) {
    if (measure.has("money")) {
      return measure.get("money");
    }
    return measure.has("count") ? measure.get("count") : measure.path("date");
  }

  private static long number(JsonNode measure) {
    return measure.has("money")
        ? measure.at("/money/amountMinor").asLong()
        : measure.required("count").asLong();
  }

  private static List<String> shared(JsonNode one, JsonNode other) {
    List<String> shared = new ArrayList<>();
    one.forEach(
        a ->
            other.forEach(
                b -> {
                  if (a.equals(b)) {
                    shared.add(a.asText());
                  }
                }));
    return shared;
  }

  private boolean holds(String name) {
    Boolean found = holds.get(name);
    assertThat(found).as(name).isNotNull();
    return found;
  }

  private String status() {
    boolean passesOnRevenue =
        rules.has("revenueTest") && holds("REVENUE_TEST_REVENUE") && holds("REVENUE_TEST_FLOAT");
    if (passesOnRevenue) {
      return "NON_ACCELERATED";
    }
    if (isIn("LARGE_ACCELERATED", rules.required("largeAccelerated"))) {
      return "LARGE_ACCELERATED";
    }
    return rules.has("accelerated") && isIn("ACCELERATED", rules.required("accelerated"))
        ? "ACCELERATED"
        : "NON_ACCELERATED";
  }

  private boolean isIn(String status, JsonNode limits) {
    boolean enters = holds(status + "_ENTRY_FLOAT");
    if (limits.required("entryYears").asInt() == 2) {
      enters &= holds(status + "_ENTRY_FLOAT_YEAR_BEFORE");
    }
    boolean stays = holds(status + "_EXIT_APPLIES");
    if (stays) {
      boolean below = holds(status + "_EXIT_FLOAT");
      if (limits.required("exitYears").asInt() == 2) {
        below &= holds(status + "_EXIT_FLOAT_YEAR_BEFORE");
      }
      stays = !below;
    }
    return holds(status + "_MONTHS") && holds(status + "_ANNUAL_REPORTS") && (enters || stays);
  }

  private void checkEmergingGrowth() {
    JsonNode growth = answer.required("emergingGrowth");
    JsonNode ipo = inputs.path("ipoDate");
    assertThat(growth.has("latestEnd")).isEqualTo(!ipo.isMissingNode());
    if (!ipo.isMissingNode()) {
      assertThat(growth.required("latestEnd").asText())
          .isEqualTo(latestEnd(LocalDate.parse(ipo.asText())).toString());
    }
    List<String> ended = new ArrayList<>();
    if (inputs.required("egcClaimed").asBoolean()) {
      if (holds("EGC_ENDED_BY_DEBT")) {
        ended.add("DEBT");
      }
      if (!ipo.isMissingNode() && holds("EGC_ENDED_BY_FIFTH_ANNIVERSARY")) {
        ended.add("FIFTH_ANNIVERSARY");
      }
      if (holds("EGC_ENDED_BY_LARGE_ACCELERATED")) {
        ended.add("LARGE_ACCELERATED");
      }
      if (holds("EGC_ENDED_BY_REVENUE") || holds("EGC_ENDED_BY_PREVIOUS_REVENUE")) {
        ended.add("REVENUE");
      }
    }
    List<String> shown = new ArrayList<>();
    growth.required("endedReasons").forEach(reason -> shown.add(reason.asText()));
    assertThat(shown).isEqualTo(ended);
    assertThat(growth.required("status").asText())
        .isEqualTo(
            !inputs.required("egcClaimed").asBoolean()
                ? "NOT_CLAIMED"
                : ended.isEmpty() ? "IN_FORCE" : "ENDED");
  }

  /** Day by day from the anniversary on. */
  private LocalDate latestEnd(LocalDate ipo) {
    int years = rules.at("/emergingGrowth/anniversary").asInt();
    LocalDate day =
        ipo.getMonthValue() == 2 && ipo.getDayOfMonth() == 29
            ? LocalDate.of(ipo.getYear() + years, 3, 1)
            : ipo.plusYears(years).plusDays(1);
    while (!isYearEnd(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private boolean isYearEnd(LocalDate day) {
    int month = inputs.at("/yearEnd/month").asInt();
    int last = Math.min(inputs.at("/yearEnd/day").asInt(), YearMonth.from(day).lengthOfMonth());
    return day.getMonthValue() == month && day.getDayOfMonth() == last;
  }
}
