package dev.assay.tenants.filer.rule;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rule sets that decide: each holds from its day until the next one begins, so at most one is
 * in force on any day. Those that are pending are none of them.
 */
public final class FilerRuleSets {

  private static final String RESOURCE = "/rules/filer-status.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private static final FilerRuleSets PUBLISHED = new FilerRuleSets(read());

  private final List<FilerRuleSet> byStart;

  FilerRuleSets(List<FilerRuleSet> versions) {
    List<FilerRuleSet> sorted =
        versions.stream().sorted(Comparator.comparing(FilerRuleSet::effectiveFrom)).toList();
    List<FilerRuleSet> ended = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      FilerRuleSet version = sorted.get(i);
      requireRules(version);
      LocalDate next = i + 1 < sorted.size() ? sorted.get(i + 1).effectiveFrom() : null;
      if (next != null && next.equals(version.effectiveFrom())) {
        throw new IllegalStateException("two rule sets begin on " + next);
      }
      ended.add(next != null && version.inForceOn(next) ? version.until(next) : version);
    }
    this.byStart = List.copyOf(ended);
  }

  private static void requireRules(FilerRuleSet version) {
    if (!version.rules().flaws("").isEmpty()) {
      throw new IllegalStateException(
          version.ruleSet() + " is no rule set: " + version.rules().flaws(""));
    }
  }

  /** Those that come with the service. */
  public static FilerRuleSets published() {
    return PUBLISHED;
  }

  /**
   * These and those that operators adopted. Of two that begin on one day the adopted one holds: a
   * release that brings the same rules under its own name changes nothing.
   */
  public FilerRuleSets and(List<FilerRuleSet> adopted) {
    Map<LocalDate, FilerRuleSet> byDay = new LinkedHashMap<>();
    byStart.forEach(version -> byDay.put(version.effectiveFrom(), version));
    adopted.forEach(version -> byDay.put(version.effectiveFrom(), version));
    return new FilerRuleSets(List.copyOf(byDay.values()));
  }

  /** By the day on which they begin. */
  public List<FilerRuleSet> all() {
    return byStart;
  }

  /** The one that holds on this day; empty when none does. */
  public Optional<FilerRuleSet> inForceOn(LocalDate day) {
    return byStart.stream().filter(version -> version.inForceOn(day)).findFirst();
  }

  /** The one of this name. */
  public Optional<FilerRuleSet> named(String ruleSet) {
    return byStart.stream().filter(version -> version.ruleSet().equals(ruleSet)).findFirst();
  }

  private static List<FilerRuleSet> read() {
    try (InputStream data = FilerRuleSets.class.getResourceAsStream(RESOURCE)) {
      if (data == null) {
        throw new IllegalStateException("missing rule sets: " + RESOURCE);
      }
      return JSON.readValue(data, new TypeReference<>() {});
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
