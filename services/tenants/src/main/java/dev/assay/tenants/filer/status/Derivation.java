package dev.assay.tenants.filer.status;

import dev.assay.tenants.filer.rule.FloatStatus;
import dev.assay.tenants.filer.rule.Money;
import dev.assay.tenants.filer.status.RuleTest.Comparison;
import dev.assay.tenants.filer.status.RuleTest.Name;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares, and keeps each comparison so that the answer can show it. */
final class Derivation {

  private final List<RuleTest> tests = new ArrayList<>();

  List<RuleTest> tests() {
    return List.copyOf(tests);
  }

  boolean atLeast(Name test, @Nullable Money value, Money limit) {
    return keep(
        test, measure(value), Comparison.AT_LEAST, limit, value != null && value.atLeast(limit));
  }

  boolean below(Name test, @Nullable Money value, Money limit) {
    return keep(
        test, measure(value), Comparison.BELOW, limit, value != null && !value.atLeast(limit));
  }

  boolean above(Name test, @Nullable Money value, Money limit) {
    return keep(
        test, measure(value), Comparison.ABOVE, limit, value != null && !limit.atLeast(value));
  }

  boolean atLeast(Name test, int value, int limit) {
    return keep(
        RuleTest.of(
            test, Measure.of(value), Comparison.AT_LEAST, Measure.of(limit), value >= limit));
  }

  boolean onOrAfter(Name test, LocalDate value, LocalDate limit) {
    return keep(
        RuleTest.of(
            test,
            Measure.of(value),
            Comparison.ON_OR_AFTER,
            Measure.of(limit),
            !value.isBefore(limit)));
  }

  /** Whether one of the values is among the limit's. */
  boolean oneOf(Name test, List<FloatStatus> values, List<FloatStatus> limit) {
    return keep(
        RuleTest.of(
            test,
            values.isEmpty() ? null : Measure.of(values),
            Comparison.ONE_OF,
            Measure.of(limit),
            values.stream().anyMatch(limit::contains)));
  }

  private boolean keep(
      Name test, @Nullable Measure value, Comparison comparison, Money limit, boolean holds) {
    return keep(RuleTest.of(test, value, comparison, Measure.of(limit), holds));
  }

  private boolean keep(RuleTest test) {
    tests.add(test);
    return test.holds();
  }

  private static @Nullable Measure measure(@Nullable Money value) {
    return value == null ? null : Measure.of(value);
  }
}
