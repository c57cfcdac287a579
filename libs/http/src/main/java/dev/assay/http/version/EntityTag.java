package dev.assay.http.version;

import static dev.assay.http.problem.CommonProblem.STALE_VERSION;
import static dev.assay.http.problem.CommonProblem.VERSION_REQUIRED;

import dev.assay.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The version of a row as an ETag: {@code "v3"} is the third version after creation. */
public record EntityTag(long version) {

  /** The ETag header's value. */
  @Override
  public String toString() {
    return "\"v" + version + "\"";
  }

  /**
   * Checks an update's precondition.
   *
   * @param ifMatch the If-Match header, null when it was not sent
   * @param current the version that is stored
   * @throws ProblemException 428 without If-Match, 412 when it is not the current version
   */
  public static void require(@Nullable String ifMatch, long current) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw ProblemException.of(VERSION_REQUIRED, "Send the ETag that you read as If-Match.");
    }
    if (!ifMatch.strip().equals(new EntityTag(current).toString())) {
      throw ProblemException.of(
          STALE_VERSION, "The version you read is no longer the current one.");
    }
  }
}
