package dev.assay.readiness.section404;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes state, blockers and score once more from nothing but the JSON of a view, sharing no code
 * with what made it: as an auditor would on a spreadsheet.
 */
final class Recomputation {

  private Recomputation() {}

  static void check(JsonNode view) {
    JsonNode rules = view.path("ruleSet");
    Set<String> untested = texts(rules.path("untestedWhenKey"));
    Set<String> leftOut = texts(rules.path("leftOut"));
    List<String> blockers = new ArrayList<>();
    double weights = 0;
    double weighted = 0;
    boolean blocked = false;
    boolean weak = view.at("/inputs/openMaterialWeaknessGroups").size() > 0;

    for (JsonNode control : view.at("/inputs/controls")) {
      String id = control.path("controlId").asText();
      String status = control.path("status").asText();
      boolean waits = control.path("awaitingReview").asBoolean();
      boolean key = control.path("key").asBoolean();
      if (waits) {
        blockers.add("TEST_NOT_REVIEWED " + id);
        blocked = true;
      }
      if (key && untested.contains(status)) {
        blockers.add("KEY_CONTROL_UNTESTED " + id);
        blocked = true;
      }
      if (status.equals("INEFFECTIVE")) {
        blockers.add("DEFICIENCY_UNEVALUATED " + id);
        blocked = true;
      }
      if (status.equals("MATERIAL_WEAKNESS")
          || (status.equals("REMEDIATED_AWAITING_RETEST")
              && control.path("earlierSeverity").asText().equals("MATERIAL_WEAKNESS"))) {
        blockers.add("OPEN_MW " + id);
        weak = true;
      }
      if (leftOut.contains(status)) {
        continue;
      }
      double weight =
          rules.path(key ? "keyFactor" : "otherFactor").asDouble()
              * rules.path("riskFactor").required(control.path("risk").asText()).asDouble();
      weights += weight;
      weighted += weight * rules.path("value").required(status).asDouble();
    }
    for (JsonNode group : view.at("/inputs/openMaterialWeaknessGroups")) {
      blockers.add("OPEN_MW null");
      assertThat(group.asText()).isNotBlank();
    }
    if (weights == 0) {
      blockers.add("NO_APPLICABLE_CONTROLS null");
      blocked = true;
    }
    boolean scoped = false;
    for (JsonNode fact : view.at("/inputs/programme")) {
      scoped |=
          fact.path("code").asText().equals("SCOPING_NOT_APPROVED")
              && fact.path("state").asText().equals("CLEAR");
    }
    for (JsonNode fact : view.at("/inputs/programme")) {
      String code = fact.path("code").asText();
      boolean raised =
          switch (fact.path("state").asText()) {
            case "CLEAR" -> false;
            case "OPEN" -> true;
            default -> scoped || code.equals("SCOPING_NOT_APPROVED");
          };
      if (raised) {
        blockers.add(code + " null");
        blocked = true;
      }
    }

    List<String> shown = new ArrayList<>();
    view.path("blockers")
        .forEach(
            one -> shown.add(one.path("code").asText() + " " + one.path("controlId").asText()));
    assertThat(shown).containsExactlyInAnyOrderElementsOf(blockers).isSorted();
    assertThat(view.path("state").asText())
        .isEqualTo(blocked ? "CANNOT_CONCLUDE" : weak ? "NOT_EFFECTIVE" : "EFFECTIVE");
    if (weights == 0) {
      assertThat(view.at("/score/value").isNull()).isTrue();
    } else {
      assertThat(view.at("/score/value").asDouble())
          .isEqualTo(Math.floor(1000 * weighted / weights + 0.5 + 1e-9) / 10);
    }
    assertThat(view.at("/score/sumWeights").asDouble()).isEqualTo(weights);
    assertThat(view.at("/score/sumWeighted").asDouble()).isCloseTo(weighted, within());
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-9);
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
