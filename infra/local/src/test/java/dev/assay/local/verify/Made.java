package dev.assay.local.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A package taken apart, to be put together otherwise. */
final class Made {

  private final SortedMap<String, byte[]> entries;

  private Made(SortedMap<String, byte[]> entries) {
    this.entries = entries;
  }

  static Made of(byte[] zip) throws IOException {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return new Made(entries);
  }

  SortedMap<String, byte[]> entries() {
    return entries;
  }

  /** The path of one of the files. */
  String evidence() {
    return entries.keySet().stream()
        .filter(p -> p.startsWith("evidence/"))
        .findFirst()
        .orElseThrow();
  }

  /** Writes the list of digests that fits the entries as they are now. */
  void sumAgain() {
    var sums = new StringBuilder();
    entries.forEach(
        (path, bytes) -> {
          if (!path.equals("sha256sums.txt")) {
            sums.append(sha256(bytes)).append("  ").append(path).append('\n');
          }
        });
    entries.put("sha256sums.txt", sums.toString().getBytes(UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  byte[] zip() throws IOException {
    return zip(List.copyOf(entries.entrySet()), ZipEntry.STORED);
  }

  byte[] zipDeflated() throws IOException {
    return zip(List.copyOf(entries.entrySet()), ZipEntry.DEFLATED);
  }

  byte[] zipBackwards() throws IOException {
    List<Map.Entry<String, byte[]>> all = new ArrayList<>(entries.entrySet());
    Collections.reverse(all);
    return zip(all, ZipEntry.STORED);
  }

  private static byte[] zip(List<Map.Entry<String, byte[]>> all, int method) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var one : all) {
        var crc = new CRC32();
        crc.update(one.getValue());
        var entry = new ZipEntry(one.getKey());
        entry.setMethod(method);
        entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
        entry.setSize(one.getValue().length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(one.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /**
   * With one entry twice, which no library writes: as two names of the same length, one of which
   * then becomes the other wherever it stands.
   */
  byte[] zipTwice(String path) throws IOException {
    char last = path.charAt(path.length() - 1);
    String twin = path.substring(0, path.length() - 1) + (char) (last + 1);
    List<Map.Entry<String, byte[]>> all = new ArrayList<>();
    for (var one : entries.entrySet()) {
      all.add(one);
      if (one.getKey().equals(path)) {
        all.add(Map.entry(twin, one.getValue()));
      }
    }
    byte[] zip = zip(all, ZipEntry.STORED);
    byte[] name = twin.getBytes(UTF_8);
    for (int i = 0; i + name.length <= zip.length; i++) {
      if (java.util.Arrays.equals(zip, i, i + name.length, name, 0, name.length)) {
        zip[i + name.length - 1] = (byte) last;
      }
    }
    return zip;
  }

  /** With bytes before one of the entries that every other reader of ZIPs skips. */
  byte[] zipWithGap(int before, byte[] gap) throws IOException {
    byte[] zip = zip();
    ByteBuffer end = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int directory = end.getInt(zip.length - 6);
    List<Integer> places = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    for (int line = directory; line < zip.length - 22; ) {
      lines.add(line);
      places.add(end.getInt(line + 42));
      line += 46 + end.getShort(line + 28) + end.getShort(line + 30);
    }
    int at = before < places.size() ? places.get(before) : directory;
    for (int i = before; i < lines.size(); i++) {
      end.putInt(lines.get(i) + 42, places.get(i) + gap.length);
    }
    end.putInt(zip.length - 6, directory + gap.length);
    byte[] made = new byte[zip.length + gap.length];
    System.arraycopy(zip, 0, made, 0, at);
    System.arraycopy(gap, 0, made, at, gap.length);
    System.arraycopy(zip, at, made, at + gap.length, zip.length - at);
    return made;
  }
}
