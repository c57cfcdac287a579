package dev.assay.evidence.file;

import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.ProblemException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the sender says the bytes are. It is a claim: readers get it only where it is harmless. */
public record MediaTypeName(String text) {

  private static final String OCTETS = "application/octet-stream";
  private static final int LONGEST = 127;
  private static final Pattern FORM =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*");

  /** Types that a browser does not run, even if it were to ignore that they are attachments. */
  private static final Set<String> HARMLESS =
      Set.of(
          OCTETS,
          "application/json",
          "application/pdf",
          "application/zip",
          "image/jpeg",
          "image/png",
          "text/csv",
          "text/plain");

  /**
   * The type in an upload's Content-Type; parameters are dropped.
   *
   * @throws ProblemException 415 when it is not a media type
   */
  public static MediaTypeName parse(@Nullable String contentType) {
    if (contentType == null || contentType.isBlank()) {
      return new MediaTypeName(OCTETS);
    }
    int parameters = contentType.indexOf(';');
    String type =
        (parameters < 0 ? contentType : contentType.substring(0, parameters))
            .strip()
            .toLowerCase(Locale.ROOT);
    if (type.length() > LONGEST || !FORM.matcher(type).matches()) {
      throw ProblemException.of(
          CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Content-Type is not a media type.");
    }
    return new MediaTypeName(type);
  }

  /** The type to give readers. */
  String toGiveOut() {
    return HARMLESS.contains(text) ? text : OCTETS;
  }
}
