package dev.assay.http.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Ends a request with a problem document; the HTTP edge alone turns it into an answer. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final String detail;
  private final transient List<FieldError> errors;
  private final transient Map<String, String> headers;

  private ProblemException(
      ProblemType type, String detail, List<FieldError> errors, Map<String, String> headers) {
    super(type.slug() + ": " + detail);
    this.type = type;
    this.detail = detail;
    this.errors = List.copyOf(errors);
    this.headers = Map.copyOf(headers);
  }

  /** A problem of this type; {@code detail} says what to change this time. */
  public static ProblemException of(ProblemType type, String detail) {
    return new ProblemException(type, detail, List.of(), Map.of());
  }

  /** A problem of this type with the fields that caused it. */
  public static ProblemException of(ProblemType type, String detail, List<FieldError> errors) {
    return new ProblemException(type, detail, errors, Map.of());
  }

  /** A 400 for one field. */
  public static ProblemException invalid(String pointer, String detail) {
    return of(
        CommonProblem.INVALID_REQUEST,
        "One field breaks a rule.",
        List.of(new FieldError(pointer, detail)));
  }

  /** The one 404: the same for what does not exist and for what belongs to somebody else. */
  public static ProblemException notFound() {
    return of(CommonProblem.NOT_FOUND, "There is nothing at this address that you may see.");
  }

  /** A 503 for a part that does not answer, with Retry-After. */
  public static ProblemException unavailable(String part, Duration retryAfter) {
    return new ProblemException(
        CommonProblem.DEPENDENCY_UNAVAILABLE,
        "The %s does not answer; nothing was changed.".formatted(part),
        List.of(),
        Map.of("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds()))));
  }

  /** The same problem with one more response header. */
  public ProblemException withHeader(String name, String value) {
    var more = new java.util.HashMap<>(headers);
    more.put(name, value);
    var copy = new ProblemException(type, detail, errors, more);
    copy.initCause(getCause());
    return copy;
  }

  public ProblemType type() {
    return type;
  }

  public String detail() {
    return detail;
  }

  public List<FieldError> errors() {
    return errors;
  }

  Map<String, String> headers() {
    return headers;
  }
}
