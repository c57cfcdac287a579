package dev.assay.evidence.holding;

import dev.assay.http.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What did we hold for a control? Two times that have nothing to do with each other: evidence of
 * March that is sealed in May covers a day in March, and was not held in April.
 *
 * @param asOf the day that the evidence must cover
 * @param knownAt the moment at which it must have been SEALED already
 */
record HoldingQuestion(String controlId, LocalDate asOf, Instant knownAt) {

  private static final Pattern CONTROL = Pattern.compile("[A-Z][A-Z0-9]{1,7}-[0-9]{1,4}");

  /** Reads the caller's parameters. */
  static HoldingQuestion parse(
      @Nullable String controlId, @Nullable String asOf, @Nullable String knownAt, Instant now) {
    if (controlId == null || !CONTROL.matcher(controlId).matches()) {
      throw ProblemException.invalid(
          "?controlId", "Give the control's id in the library, such as AM-04.");
    }
    LocalDate day = read("?asOf", asOf == null ? "" : asOf, LocalDate::parse, "2026-06-30");
    Instant moment =
        knownAt == null ? now : read("?knownAt", knownAt, Instant::parse, "2026-07-15T09:00:00Z");
    if (day.getYear() < 1900 || day.getYear() > 2200) {
      throw ProblemException.invalid("?asOf", "Give a day that evidence can cover.");
    }
    if (moment.isAfter(now)) {
      throw ProblemException.invalid("?knownAt", "Nobody knows yet what will be held then.");
    }
    if (moment.isBefore(Instant.EPOCH)) {
      throw ProblemException.invalid("?knownAt", "Nothing was held before 1970.");
    }
    return new HoldingQuestion(controlId, day, moment);
  }

  private static <T> T read(
      String parameter, String text, Function<String, T> parser, String example) {
    try {
      return parser.apply(text);
    } catch (DateTimeParseException wrong) {
      throw ProblemException.invalid(parameter, "Write it such as " + example + ".");
    }
  }
}
