package dev.assay.readiness.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.readiness.blocker.Blocker;
import dev.assay.readiness.blocker.BlockerCode;
import dev.assay.readiness.blocker.ControlBlockers;
import dev.assay.readiness.control.ControlStanding;
import dev.assay.readiness.control.ControlStatus;
import dev.assay.readiness.control.Risk;
import dev.assay.readiness.control.Severity;
import dev.assay.readiness.rule.ReadinessRules;
import dev.assay.readiness.rule.RuleSets;
import dev.assay.readiness.score.Score;
import dev.assay.readiness.section302.Disclosures;
import dev.assay.readiness.section302.EvaluationWindow;
import dev.assay.readiness.section302.State302;
import dev.assay.readiness.section404.State404;
import dev.assay.testing.golden.GoldenSuite;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ReadinessGoldenTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ReadinessRules rules =
      RuleSets.readiness().inForceOn(LocalDate.of(2026, 12, 31)).orElseThrow();

  @TestFactory
  Stream<DynamicTest> everyCase() throws IOException {
    return GoldenSuite.named("readiness").tests(this::answer);
  }

  private JsonNode answer(JsonNode input) {
    List<ControlStanding> controls = controls(input.path("controls"));
    List<Blocker> blockers =
        new ArrayList<>(ControlBlockers.of(controls, texts(input.path("open_group_mw")), rules));
    for (String code : texts(input.path("programme_blockers"))) {
      blockers.add(Blocker.ofProgramme(BlockerCode.valueOf(upper(code))));
    }
    blockers.addAll(
        State302.blockers(
            disclosures(input.path("flags")),
            EvaluationWindow.Result.valueOf(upper(input.path("window_302").asText()))));
    ObjectNode answer = NODES.objectNode();
    Score.of(controls, rules)
        .value()
        .ifPresentOrElse(
            value -> answer.put("score", value.doubleValue()), () -> answer.putNull("score"));
    answer.put("view_302", kebab(State302.of(blockers)));
    answer.put("view_404", kebab(State404.of(blockers)));
    var codes = answer.putArray("blockers");
    blockers.stream()
        .map(Blocker::code)
        .distinct()
        .sorted(BlockerCode.A_TO_Z)
        .forEach(code -> codes.add(code.slug()));
    return answer;
  }

  private static List<ControlStanding> controls(JsonNode given) {
    List<ControlStanding> controls = new ArrayList<>();
    for (JsonNode one : given) {
      JsonNode earlier = one.path("earlier_severity");
      controls.add(
          new ControlStanding(
              "C-" + controls.size(),
              status(one.path("status").asText()),
              one.path("key").asBoolean(),
              Risk.valueOf(upper(one.path("risk").asText())),
              earlier.isTextual() ? severity(earlier.asText()) : null,
              false));
    }
    return controls;
  }

  private static ControlStatus status(String given) {
    return switch (given) {
      case "CD", "SD", "MW" -> ControlStatus.valueOf(severity(given).name());
      case "na" -> ControlStatus.NOT_APPLICABLE;
      default -> ControlStatus.valueOf(upper(given));
    };
  }

  private static Severity severity(String given) {
    return switch (given) {
      case "CD" -> Severity.CONTROL_DEFICIENCY;
      case "SD" -> Severity.SIGNIFICANT_DEFICIENCY;
      case "MW" -> Severity.MATERIAL_WEAKNESS;
      default -> throw new IllegalArgumentException(given);
    };
  }

  private static Disclosures disclosures(JsonNode flags) {
    return new Disclosures(
        done(flags, "evaluation"),
        done(flags, "subcerts"),
        done(flags, "sd_mw_reported_to_audit_committee"),
        done(flags, "sd_mw_reported_to_auditor"),
        done(flags, "fraud_disclosed"),
        done(flags, "icfr_changes_disclosed"));
  }

  private static boolean done(JsonNode flags, String name) {
    return flags.required(name).asBoolean();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private static String upper(String kebab) {
    return kebab.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String kebab(Enum<?> constant) {
    return String.join("-", Arrays.asList(constant.name().toLowerCase(Locale.ROOT).split("_")));
  }
}
