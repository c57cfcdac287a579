package dev.assay.evidence.upload;

import static dev.assay.evidence.EvidenceProblem.MEDIA_TYPE_DIFFERS;

import dev.assay.evidence.file.MediaTypeName;
import dev.assay.http.problem.ProblemException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What the first bytes of a file say it is, for the few kinds that matter: those that auditors
 * open, and programs, which nobody should open by mistake. Anything may be called
 * application/octet-stream; a type that says more must not be contradicted by the bytes.
 */
enum Sniffed {
  PDF("application/pdf", "255044462d"),
  PNG("image/png", "89504e470d0a1a0a"),
  JPEG("image/jpeg", "ffd8ff"),
  GIF("image/gif", "47494638"),
  /** Office documents are ZIP files, too. */
  ZIP(
      "application/zip application/vnd.openxmlformats-officedocument.*"
          + " application/vnd.ms-excel.sheet.* application/vnd.oasis.opendocument.*"
          + " application/java-archive application/epub+zip",
      "504b0304"),
  GZIP("application/gzip application/x-gzip", "1f8b"),
  /** Text may begin with these two letters as well; a program is told by its NULs then. */
  WINDOWS_PROGRAM("application/vnd.microsoft.portable-executable application/x-msdownload", "4d5a"),
  LINUX_PROGRAM("application/x-executable application/x-elf", "7f454c46");

  private static final String ANYTHING = "application/octet-stream";
  private static final int LOOKED_AT = 1024;

  private final String names;
  private final String magic;

  /**
   * A kind of file.
   *
   * @param names the types it may be called, a star for any ending
   * @param magic its first bytes in hexadecimal
   */
  Sniffed(String names, String magic) {
    this.names = names;
    this.magic = magic;
  }

  /**
   * Compares what was said with what came.
   *
   * @param head the file's first bytes
   * @param length how many of them are the file's
   * @throws ProblemException 422 when the bytes are not what was said
   */
  static void require(MediaTypeName said, byte[] head, int length) {
    contradiction(said.text(), head, length)
        .ifPresent(
            why -> {
              throw ProblemException.of(MEDIA_TYPE_DIFFERS, why);
            });
  }

  /** Why the bytes cannot be of this type; empty when they can. */
  static Optional<String> contradiction(String said, byte[] head, int length) {
    if (said.equals(ANYTHING)) {
      return Optional.empty();
    }
    for (Sniffed kind : values()) {
      boolean begins = kind.begins(head, length);
      boolean named = kind.isNamed(said);
      if (named && !begins) {
        return Optional.of("Content-Type says %s, and the bytes are none.".formatted(said));
      }
      if (!named && begins && isKnown(said) && !(isText(said) && kind == WINDOWS_PROGRAM)) {
        return Optional.of("Content-Type says %s, and the bytes are %s.".formatted(said, kind));
      }
    }
    return isText(said) && hasNul(head, length)
        ? Optional.of("Content-Type says %s, and the bytes are no text.".formatted(said))
        : Optional.empty();
  }

  /** A type of which the bytes would say so: one of ours, or text. */
  private static boolean isKnown(String said) {
    return isText(said) || Arrays.stream(values()).anyMatch(kind -> kind.isNamed(said));
  }

  private static boolean isText(String said) {
    return said.startsWith("text/")
        || said.equals("application/json")
        || said.equals("application/xml")
        || said.endsWith("+json")
        || said.endsWith("+xml");
  }

  private boolean isNamed(String said) {
    return Arrays.stream(names.split(" ", -1))
        .anyMatch(
            name ->
                name.endsWith("*")
                    ? said.startsWith(name.substring(0, name.length() - 1))
                    : said.equals(name));
  }

  private boolean begins(byte[] head, int length) {
    byte[] first = HexFormat.of().parseHex(magic);
    return length >= first.length && Arrays.equals(head, 0, first.length, first, 0, first.length);
  }

  /** UTF-16 and UTF-32 have NULs in them, and begin with a mark that says so. */
  private static boolean hasNul(byte[] head, int length) {
    boolean marked =
        length >= 2
            && ((head[0] == (byte) 0xff && head[1] == (byte) 0xfe)
                || (head[0] == (byte) 0xfe && head[1] == (byte) 0xff));
    for (int i = 0; !marked && i < Math.min(length, LOOKED_AT); i++) {
      if (head[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
