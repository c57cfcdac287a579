package dev.assay.tenants.calendar.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client's fiscal years under one rule after the other. Each rule begins with a year of the one
 * before it, so that every day is in exactly one year; such a calendar is made by {@link
 * #followedBy} alone.
 *
 * <p>Where the new rule has no year that begins on that day, the time until its first year end is a
 * transition period. A move between the end of a month and 52/53-week years that end within seven
 * days of the same month's end has none: the first year is a few days shorter or longer (359 to 372
 * days) and is a full year, as the SEC's staff reads Rule 13a-10.
 */
public final class FiscalCalendar {

  private final List<CalendarSpan> spans;

  private FiscalCalendar(List<CalendarSpan> spans) {
    this.spans = List.copyOf(spans);
  }

  /** A calendar with one rule. */
  public static FiscalCalendar of(YearEndRule rule) {
    return new FiscalCalendar(List.of(CalendarSpan.always(rule)));
  }

  /** The rules in order; the first has no beginning. */
  public List<CalendarSpan> spans() {
    return spans;
  }

  /**
   * This calendar until the day before another rule begins, and that rule from then on.
   *
   * @param next begins after all that are here
   */
  public Continuation followedBy(CalendarSpan next) {
    LocalDate from = Objects.requireNonNull(next.from(), "only the first rule has no beginning");
    LocalDate latest = spans.getLast().from();
    if (latest != null && !from.isAfter(latest)) {
      throw new IllegalArgumentException("%s is not after %s".formatted(from, latest));
    }
    FiscalYear before = yearOn(from.minusDays(1));
    if (!before.days().end().isBefore(from)) {
      return new Continuation.CutsYear(from, before);
    }
    List<CalendarSpan> more = new ArrayList<>(spans);
    more.add(next);
    var calendar = new FiscalCalendar(more);
    return calendar
        .labelTwice(before)
        .<Continuation>map(Continuation.LabelTwice::new)
        .orElse(new Continuation.Continued(calendar));
  }

  /** A label of the last rule's that an earlier one gave already. */
  private Optional<FiscalYearLabel> labelTwice(FiscalYear before) {
    FiscalYear opening = opening(spans.size() - 1);
    FiscalYear full = opening.label().transition() ? after(opening) : opening;
    int latestNumber = before.rule().numberAt(before.days().end());
    if (full.label().number() <= latestNumber) {
      return Optional.of(full.label());
    }
    boolean taken =
        opening.label().transition()
            && openings()
                .limit(spans.size() - 2L)
                .anyMatch(earlier -> earlier.label().equals(opening.label()));
    return taken ? Optional.of(opening.label()) : Optional.empty();
  }

  /** The fiscal year, or transition period, that has this day. */
  public FiscalYear yearOn(LocalDate day) {
    int span = spans.size() - 1;
    while (!spans.get(span).begunBy(day)) {
      span--;
    }
    if (span > 0) {
      FiscalYear opening = opening(span);
      if (opening.days().contain(day)) {
        return opening;
      }
    }
    YearEndRule rule = spans.get(span).rule();
    return full(rule, rule.numberAt(day));
  }

  /** The fiscal year that follows this one. */
  public FiscalYear after(FiscalYear year) {
    return yearOn(year.days().end().plusDays(1));
  }

  /** The fiscal year, or transition period, of this label. */
  public Optional<FiscalYear> year(FiscalYearLabel label) {
    Stream<FiscalYear> candidates =
        label.transition()
            ? openings()
            : Stream.concat(
                openings(), spans.stream().map(span -> yearOn(span.rule().endOf(label.number()))));
    return candidates.filter(year -> year.label().equals(label)).findFirst();
  }

  /** The years whose numbers lie in this range, both ends included, in order. */
  public Stream<FiscalYear> years(int from, int to) {
    // A year ends in the calendar year of its number or, at the latest, a week after that.
    FiscalYear first = yearOn(LocalDate.of(from, 1, 1));
    return Stream.iterate(first, year -> year.label().number() <= to, this::after)
        .filter(year -> year.label().number() >= from);
  }

  /** The first year, or transition period, under each rule but the first. */
  public Stream<FiscalYear> openings() {
    return Stream.iterate(1, span -> span < spans.size(), span -> span + 1).map(this::opening);
  }

  private FiscalYear opening(int span) {
    CalendarSpan opened = spans.get(span);
    LocalDate from = Objects.requireNonNull(opened.from());
    YearEndRule rule = opened.rule();
    YearEndRule ruleBefore = spans.get(span - 1).rule();
    LocalDate last = from.minusDays(1);
    if (rule.endsOn(last)) {
      return opening(rule, rule.numberAt(from), from, false, opened.determinedOn());
    }
    if (movesWithinMonthEnd(ruleBefore, rule)) {
      return opening(rule, ruleBefore.numberAt(last) + 1, from, false, opened.determinedOn());
    }
    return opening(rule, rule.numberAt(from), from, true, opened.determinedOn());
  }

  private static FiscalYear opening(
      YearEndRule rule,
      int number,
      LocalDate from,
      boolean transition,
      @Nullable LocalDate determinedOn) {
    return new FiscalYear(
        new FiscalYearLabel(number, transition),
        new Days(from, rule.endOf(number)),
        rule,
        determinedOn);
  }

  private static FiscalYear full(YearEndRule rule, int number) {
    return new FiscalYear(new FiscalYearLabel(number, false), rule.year(number), rule, null);
  }

  private static boolean movesWithinMonthEnd(YearEndRule before, YearEndRule after) {
    return before instanceof FixedDay != after instanceof FixedDay
        && before.monthEnd().isPresent()
        && before.monthEnd().equals(after.monthEnd());
  }

  /** Two calendars are equal when all of their years are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FiscalCalendar calendar
        && withoutRepeats().equals(calendar.withoutRepeats());
  }

  @Override
  public int hashCode() {
    return withoutRepeats().hashCode();
  }

  /** A rule that follows itself changes nothing. */
  private List<CalendarSpan> withoutRepeats() {
    List<CalendarSpan> changes = new ArrayList<>();
    for (CalendarSpan span : spans) {
      if (changes.isEmpty() || !changes.getLast().rule().equals(span.rule())) {
        changes.add(span);
      }
    }
    return changes;
  }
}
