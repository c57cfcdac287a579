package dev.assay.evidence.retention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.assay.testing.golden.GoldenSuite;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RetentionGoldenTest {

  private static final Map<StartEvent, String> KEYS =
      Map.of(
          StartEvent.AUDIT_CONCLUDED, "audit_concluded_on",
          StartEvent.REAUDIT_CONCLUDED, "reaudit_concluded_on",
          StartEvent.REPORT_RELEASED, "report_released_on",
          StartEvent.FIELDWORK_ENDED, "fieldwork_ended_on",
          StartEvent.ENGAGEMENT_CEASED, "engagement_ceased_on",
          StartEvent.FISCAL_PERIOD_END, "fiscal_period_end");

  private final LawRuleSet law =
      new RetentionLaw(JsonMapper.builder().addModule(new JavaTimeModule()).build())
          .on(LocalDate.of(2026, 11, 23));

  @TestFactory
  Stream<DynamicTest> everyCase() throws IOException {
    return GoldenSuite.named("retention").tests(this::answer);
  }

  private JsonNode answer(JsonNode input) {
    Map<StartEvent, LocalDate> days = new EnumMap<>(StartEvent.class);
    KEYS.forEach((event, key) -> day(input.required(key)).ifPresent(on -> days.put(event, on)));
    JsonNode policy = input.required("policy");
    var retention =
        Retention.of(
            law,
            new AuditFacts(
                EngagementOutcome.valueOf(
                    input
                        .required("engagement_outcome")
                        .asText()
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_')),
                days),
            policy.isNull()
                ? List.of()
                : List.of(
                    new LawRule.Term(
                        "policy",
                        day(policy.required("start")).orElseThrow(),
                        policy.required("years").asInt(),
                        "the case")),
            input.required("legal_hold").asBoolean());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("status", retention.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    answer.put("held", retention.held());
    answer.put("retain_through", retention.through().map(LocalDate::toString).orElse(null));
    answer.put("first_deletable", retention.firstDeletable().map(LocalDate::toString).orElse(null));
    answer.put(
        "governing_rule",
        Optional.ofNullable(retention.governing()).map(LawRule.Term::rule).orElse(null));
    answer.put(
        "deletable", day(input.required("as_of")).filter(retention::isDeletableOn).isPresent());
    return answer;
  }

  private static Optional<LocalDate> day(JsonNode node) {
    return node.isNull() ? Optional.empty() : Optional.of(LocalDate.parse(node.asText()));
  }
}
