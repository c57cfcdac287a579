package dev.assay.readiness.rule;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of one set of rules; at most one is in force on any day. */
public final class RuleSets<R extends Dated> {

  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final List<R> versions;

  RuleSets(List<R> versions) {
    List<R> byStart = versions.stream().sorted(Comparator.comparing(Dated::effectiveFrom)).toList();
    for (int i = 1; i < byStart.size(); i++) {
      if (byStart.get(i - 1).inForceOn(byStart.get(i).effectiveFrom())) {
        throw new IllegalStateException(
            "two rule sets hold on one day: %s and %s"
                .formatted(byStart.get(i - 1).ruleSet(), byStart.get(i).ruleSet()));
      }
    }
    this.versions = byStart;
  }

  /** How readiness is scored and what is untested. */
  public static RuleSets<ReadinessRules> readiness() {
    return new RuleSets<>(read("/rules/readiness.json", new TypeReference<>() {}));
  }

  /** How old the evaluation behind a Section 302 certification may be. */
  public static RuleSets<EvaluationWindowRules> evaluationWindow() {
    return new RuleSets<>(read("/rules/sox302-window.json", new TypeReference<>() {}));
  }

  /** The version that holds on this day; empty when none does. */
  public Optional<R> inForceOn(LocalDate day) {
    return versions.stream().filter(version -> version.inForceOn(day)).findFirst();
  }

  private static <T> T read(String resource, TypeReference<T> type) {
    try (InputStream data = RuleSets.class.getResourceAsStream(resource)) {
      if (data == null) {
        throw new IllegalStateException("missing rule sets: " + resource);
      }
      return JSON.readValue(data, type);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
