package dev.assay.tenants.calendar.rule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of one set of rules; at most one is in force on any day. */
public final class RuleSets<R extends Dated> {

  private final List<R> versions;

  public RuleSets(List<R> versions) {
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

  /** The version that holds on this day; empty when none does. */
  public Optional<R> inForceOn(LocalDate day) {
    return versions.stream().filter(version -> version.inForceOn(day)).findFirst();
  }
}
