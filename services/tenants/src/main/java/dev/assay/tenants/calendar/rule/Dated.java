package dev.assay.tenants.calendar.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A rule set that holds from one day to another, both included. */
public interface Dated {

  /** The name that answers cite. */
  String ruleSet();

  LocalDate effectiveFrom();

  /** Null while no end is known. */
  @Nullable LocalDate effectiveTo();

  /** Where the rules come from. */
  String source();

  /** Whether the rule set holds on this day. */
  default boolean inForceOn(LocalDate day) {
    LocalDate end = effectiveTo();
    return !day.isBefore(effectiveFrom()) && (end == null || !day.isAfter(end));
  }
}
