package dev.assay.readiness.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.readiness.rule.RuleSets;
import dev.assay.readiness.section302.EvaluationWindow;
import dev.assay.testing.golden.GoldenSuite;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class Sox302WindowGoldenTest {

  @TestFactory
  Stream<DynamicTest> everyCase() throws IOException {
    return GoldenSuite.named("sox302-window").tests(Sox302WindowGoldenTest::answer);
  }

  private static JsonNode answer(JsonNode input) {
    LocalDate periodEnd = date(input, "period_end");
    EvaluationWindow window =
        EvaluationWindow.of(
            periodEnd,
            date(input, "evaluation_as_of"),
            date(input, "report_filed"),
            RuleSets.evaluationWindow().inForceOn(periodEnd).orElseThrow());
    return JsonNodeFactory.instance
        .objectNode()
        .put("days_before_filing", (int) window.daysBeforeFiling())
        .put("statute_90d_ok", window.statuteOk())
        .put("sec_rule_period_end_ok", window.periodEndOk())
        .put("result", window.result().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static LocalDate date(JsonNode input, String field) {
    return LocalDate.parse(input.required(field).asText());
  }
}
