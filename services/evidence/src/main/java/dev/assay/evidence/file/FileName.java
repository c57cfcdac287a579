package dev.assay.evidence.file;

import dev.assay.http.problem.ProblemException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** A file's name as people read it: never a path, never anything that a terminal would act on. */
public record FileName(String text) {

  private static final int LONGEST = 255;

  public FileName {
    if (!fault(text).isEmpty()) {
      throw new IllegalArgumentException(fault(text));
    }
  }

  /**
   * The name in an upload's {@code name} parameter.
   *
   * @throws ProblemException 400 that says what is wrong with it
   */
  public static FileName parse(@Nullable String given) {
    String name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
    String fault = fault(name);
    if (!fault.isEmpty()) {
      throw ProblemException.invalid("?name", fault);
    }
    return new FileName(name);
  }

  private static String fault(String name) {
    if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST) {
      return "Give a file name of 1 to %d characters.".formatted(LONGEST);
    }
    if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.matches("\\.+")) {
      return "Give the file's name alone, without a path.";
    }
    if (name.codePoints().anyMatch(FileName::isInvisible)) {
      return "A file name has no control characters and none that turn the text around.";
    }
    return "";
  }

  private static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** The header that makes a browser save the file under this name and not show it (RFC 6266). */
  String asAttachment() {
    String ascii = text.replaceAll("[^ -~]", "_").replaceAll("[\"%]", "_");
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded);
  }
}
