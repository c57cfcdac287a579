package dev.assay.http.problem;

/**
 * A kind of error with a stable slug. Each service lists all of its own in one enum, and registers
 * it with a {@link ProblemCatalog} so that {@code /problems/{slug}} documents it.
 */
public interface ProblemType {

  /** HTTP status, 400 to 599. */
  int status();

  /** What went wrong in a few words; never changes from one occurrence to the next. */
  String title();

  /** What the caller can do about it, for the documentation page. */
  String remedy();

  /** The enum constant's name; enums implement this for free. */
  String name();

  /** Lower-kebab form of the name: {@code GRANT_EXPIRED} is {@code grant-expired}. */
  default String slug() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** URI reference that identifies this kind and leads to its documentation page. */
  default String uri() {
    return "/problems/" + slug();
  }
}
