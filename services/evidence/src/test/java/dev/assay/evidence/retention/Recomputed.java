package dev.assay.evidence.retention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An explanation worked out again from the answer and the rule set that it names. */
public final class Recomputed {

  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private Recomputed() {}

  /** Status, held, last day, first deletable day and governing rule, as the answer should have. */
  public static List<Object> of(String answer) {
    JsonNode given = read(answer);
    LawRuleSet law =
        new RetentionLaw(JSON)
            .on(LocalDate.parse(given.required("decidedAt").asText().substring(0, 10)));
    if (!law.id().equals(given.required("ruleSet").asText())) {
      throw new AssertionError("another rule set was in force: " + law.id());
    }
    JsonNode audit = given.path("audit");
    Map<StartEvent, LocalDate> days = new EnumMap<>(StartEvent.class);
    day(audit, "auditConcludedOn", StartEvent.AUDIT_CONCLUDED, days);
    day(audit, "reAuditedOn", StartEvent.REAUDIT_CONCLUDED, days);
    day(audit, "concludedYearEnd", StartEvent.FISCAL_PERIOD_END, days);
    List<LawRule.Term> policies = new ArrayList<>();
    for (JsonNode term : given.required("terms")) {
      if (term.required("rule").asText().startsWith("policy-")) {
        policies.add(
            new LawRule.Term(
                term.required("rule").asText(),
                LocalDate.parse(term.required("start").asText()),
                term.required("years").asInt(),
                term.required("source").asText()));
      }
    }
    var outcome = days.isEmpty() ? EngagementOutcome.IN_PROGRESS : EngagementOutcome.REPORT_ISSUED;
    var retention =
        Retention.of(
            law, new AuditFacts(outcome, days), policies, !given.required("holds").isEmpty());
    return List.of(
        retention.status().name(),
        retention.held(),
        retention.through().map(LocalDate::toString).orElse("null"),
        retention.firstDeletable().map(LocalDate::toString).orElse("null"),
        retention.governing() == null ? "null" : retention.governing().rule(),
        retention.terms().size());
  }

  /** The same as the answer itself says it. */
  public static List<Object> said(String answer) {
    JsonNode given = read(answer);
    return List.of(
        given.required("status").asText(),
        given.required("held").asBoolean(),
        given.required("retainThrough").asText(),
        given.required("firstDeletable").asText(),
        given.required("governingRule").asText(),
        given.required("terms").size());
  }

  private static void day(
      JsonNode audit, String field, StartEvent event, Map<StartEvent, LocalDate> days) {
    if (audit.hasNonNull(field)) {
      days.put(event, LocalDate.parse(Objects.requireNonNull(audit.get(field)).asText()));
    }
  }

  private static JsonNode read(String answer) {
    try {
      return JSON.readTree(answer);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
