package dev.assay.tenants.calendar.year;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A fiscal year of a client, or the transition period between two.
 *
 * @param rule the rule under which it ends
 * @param determinedOn when the change of year end was determined that this year opens; null in all
 *     other years, and when nobody said
 */
public record FiscalYear(
    FiscalYearLabel label, Days days, YearEndRule rule, @Nullable LocalDate determinedOn) {

  private static final int WEEK = 7;

  /** 52 or 53 for years of whole weeks; empty for all others. */
  public OptionalInt weeks() {
    return switch (rule) {
      case FixedDay fixed -> OptionalInt.empty();
      case WeeksRule weeks ->
          label.transition() || days.count() % WEEK != 0
              ? OptionalInt.empty()
              : OptionalInt.of(days.count() / WEEK);
    };
  }

  /** The year, its halves and its quarters; of a transition period itself alone. */
  public List<FiscalPeriod> periods() {
    if (label.transition()) {
      return List.of(new FiscalPeriod(label, PeriodType.TRANSITION, 1, days));
    }
    List<LocalDate> ends = rule.quarterEnds(label.number());
    return List.of(
        new FiscalPeriod(label, PeriodType.YEAR, 1, days),
        new FiscalPeriod(label, PeriodType.HALF_YEAR, 1, new Days(days.start(), ends.get(1))),
        new FiscalPeriod(label, PeriodType.HALF_YEAR, 2, after(ends, 1, 3)),
        new FiscalPeriod(label, PeriodType.QUARTER, 1, new Days(days.start(), ends.get(0))),
        new FiscalPeriod(label, PeriodType.QUARTER, 2, after(ends, 0, 1)),
        new FiscalPeriod(label, PeriodType.QUARTER, 3, after(ends, 1, 2)),
        new FiscalPeriod(label, PeriodType.QUARTER, 4, after(ends, 2, 3)));
  }

  private static Days after(List<LocalDate> ends, int before, int last) {
    return new Days(ends.get(before).plusDays(1), ends.get(last));
  }
}
