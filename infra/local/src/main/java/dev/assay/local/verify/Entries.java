package dev.assay.local.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Reads a package from its first byte to its last. There is no byte that it does not compare or
 * hash, and nothing in the file decides how much memory it takes but the number of entries, which
 * is limited; since nothing is compressed, nothing can grow.
 */
final class Entries {

  private static final int MOST = 1_000_000;
  private static final int LONGEST_PATH = 255;
  private static final int PIECE = 1 << 20;

  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern PATH =
      Pattern.compile(
          "README\\.html|audit-events\\.jsonl|manifest\\.json|sha256sums\\.txt|evidence/"
              + ID
              + "/"
              + ID
              + "[.-][A-Za-z0-9._-]{1,150}");

  private final Bytes bytes;
  private final List<Entry> entries = new ArrayList<>();

  private Entries(Bytes bytes) {
    this.bytes = bytes;
  }

  /** All entries, once it is sure that the package consists of them and nothing else. */
  static List<Entry> of(Bytes bytes) throws IOException, Refused {
    var reading = new Entries(bytes);
    long directory = reading.readContents();
    reading.compareDirectory(directory);
    return List.copyOf(reading.entries);
  }

  /** Returns the place after the last entry. */
  private long readContents() throws IOException, Refused {
    long place = 0;
    while (place == 0 || signature(place) == ZipLayout.LOCAL_SIGNATURE) {
      if (entries.size() == MOST) {
        throw new Refused("It has more than %d entries.".formatted(MOST));
      }
      Entry entry = read(place);
      if (!entries.isEmpty() && entries.getLast().path().compareTo(entry.path()) >= 0) {
        throw new Refused(
            entries.getLast().path().equals(entry.path())
                ? "It has two entries named %s.".formatted(entry.path())
                : "%s stands after %s: entries are not in the order of their names."
                    .formatted(entry.path(), entries.getLast().path()));
      }
      entries.add(entry);
      place = entry.content() + entry.size();
    }
    return place;
  }

  private int signature(long place) throws IOException, Refused {
    return ByteBuffer.wrap(bytes.at(place, 4)).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  private Entry read(long place) throws IOException, Refused {
    ByteBuffer fixed =
        ByteBuffer.wrap(bytes.at(place, ZipLayout.LOCAL_SIZE)).order(ByteOrder.LITTLE_ENDIAN);
    if (fixed.getInt(0) != ZipLayout.LOCAL_SIGNATURE) {
      throw new Refused("It does not begin as a package does.");
    }
    long crc = fixed.getInt(14) & 0xffffffffL;
    long size = fixed.getInt(22) & 0xffffffffL;
    int nameLength = fixed.getShort(26) & 0xffff;
    if (nameLength == 0 || nameLength > LONGEST_PATH) {
      throw new Refused("At byte %d an entry has a name of %d bytes.".formatted(place, nameLength));
    }
    String path = path(place, nameLength);
    if (size == ZipLayout.LARGE) {
      size =
          ByteBuffer.wrap(bytes.at(place + ZipLayout.LOCAL_SIZE + nameLength + 4, 8))
              .order(ByteOrder.LITTLE_ENDIAN)
              .getLong();
      if (size < ZipLayout.LARGE) {
        throw new Refused("%s has a size in the wrong field.".formatted(path));
      }
    }
    byte[] expected = ZipLayout.local(path, size, crc);
    long content = place + expected.length;
    compare(place, expected, "the header of " + path);
    if (size > bytes.size() - content) {
      throw new Refused("The package ends in the middle of %s.".formatted(path));
    }
    return content(path, place, content, size, crc);
  }

  private String path(long place, int length) throws IOException, Refused {
    String path =
        new String(bytes.at(place + ZipLayout.LOCAL_SIZE, length), StandardCharsets.ISO_8859_1);
    if (!PATH.matcher(path).matches()) {
      throw new Refused(
          "At byte %d an entry has a name that no entry of a package has: %s"
              .formatted(place, printable(path)));
    }
    return path;
  }

  private Entry content(String path, long place, long content, long size, long crc)
      throws IOException, Refused {
    var actual = new CRC32();
    MessageDigest sha256 = sha256();
    byte[] piece = new byte[(int) Math.min(PIECE, size)];
    try (InputStream in = bytes.stream(content, size)) {
      for (long left = size; left > 0; ) {
        int read = in.read(piece);
        actual.update(piece, 0, read);
        sha256.update(piece, 0, read);
        left -= read;
      }
    }
    if (actual.getValue() != crc) {
      throw new Refused("The content of %s is not what its header says.".formatted(path));
    }
    return new Entry(path, place, content, size, crc, HexFormat.of().formatHex(sha256.digest()));
  }

  private void compareDirectory(long directory) throws IOException, Refused {
    long place = directory;
    for (Entry entry : entries) {
      byte[] expected = ZipLayout.central(entry);
      compare(place, expected, "the directory's line of " + entry.path());
      place += expected.length;
    }
    byte[] end = ZipLayout.end(entries.size(), directory, place - directory);
    compare(place, end, "the end of the directory");
    place += end.length;
    if (place != bytes.size()) {
      throw new Refused(
          "After its end, at byte %d, there are %d bytes more."
              .formatted(place, bytes.size() - place));
    }
  }

  private void compare(long place, byte[] expected, String what) throws IOException, Refused {
    byte[] actual = bytes.at(place, expected.length);
    int differs = Arrays.mismatch(actual, expected);
    if (differs >= 0) {
      throw new Refused(
          "At byte %d something else stands than %s.".formatted(place + differs, what));
    }
  }

  private static String printable(String path) {
    return path.codePoints()
        .limit(80)
        .mapToObj(c -> c > ' ' && c < 127 ? Character.toString(c) : "?")
        .collect(java.util.stream.Collectors.joining());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
