package dev.assay.tenants.system;

import dev.assay.http.problem.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which systems a list shows; null asks for no such thing. */
record SystemFilter(
    InScopeSystem.@Nullable Kind kind, @Nullable SystemState state, @Nullable LocalDate asOf) {

  /**
   * Reads the caller's parameters.
   *
   * @throws ProblemException 400 for an unknown constant, a date that is none, or a state of what
   *     was in scope on a date, which is always approved
   */
  static SystemFilter of(@Nullable String kind, @Nullable String state, @Nullable String asOf) {
    if (state != null && asOf != null) {
      throw ProblemException.invalid(
          "?state", "What was in scope on a date was approved; ask without a state.");
    }
    return new SystemFilter(
        constant(InScopeSystem.Kind.class, "?kind", kind),
        constant(SystemState.class, "?state", state),
        date(asOf));
  }

  private static <E extends Enum<E>> @Nullable E constant(
      Class<E> type, String parameter, @Nullable String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    parameter, "Ask for one of " + Arrays.toString(type.getEnumConstants()) + "."));
  }

  private static @Nullable LocalDate date(@Nullable String asOf) {
    if (asOf == null) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(asOf);
      if (EffectiveDate.possible(date)) {
        return date;
      }
    } catch (DateTimeParseException notADate) {
      // Answered below, like a date that nobody can mean.
    }
    throw ProblemException.invalid("?asOf", EffectiveDate.BOUNDS);
  }
}
