package dev.assay.tenants.calendar.year;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a fiscal year is called: 2026 for a full year, 2026T for a transition period, both after the
 * number that their rule gives the year's end. A client never has two of one label.
 */
public record FiscalYearLabel(int number, boolean transition)
    implements Comparable<FiscalYearLabel> {

  /** The numbers that a calendar knows. */
  public static final int FIRST = 1900;

  public static final int LAST = 2199;

  private static final Pattern FORM = Pattern.compile("([0-9]{4})(T?)");

  private static final Comparator<FiscalYearLabel> ORDER =
      Comparator.comparingInt(FiscalYearLabel::number).thenComparing(FiscalYearLabel::transition);

  /** The label that this text is; empty when it is none. */
  public static Optional<FiscalYearLabel> parse(String text) {
    Matcher label = FORM.matcher(text);
    if (!label.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(label.group(1));
    return number < FIRST || number > LAST
        ? Optional.empty()
        : Optional.of(new FiscalYearLabel(number, !label.group(2).isEmpty()));
  }

  @Override
  public int compareTo(FiscalYearLabel other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return transition ? number + "T" : Integer.toString(number);
  }
}
