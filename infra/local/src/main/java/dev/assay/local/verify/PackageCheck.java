package dev.assay.local.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accepts an audit package in which everything agrees, and refuses every other file. */
public final class PackageCheck {

  private static final String PAGE = "README.html";
  private static final String EVENTS = "audit-events.jsonl";
  private static final String MANIFEST = "manifest.json";
  private static final String SUMS = "sha256sums.txt";
  private static final int PIECE = 1 << 16;

  private final Bytes bytes;

  private PackageCheck(Bytes bytes) {
    this.bytes = bytes;
  }

  /**
   * Checks a package.
   *
   * @param digest the SHA-256 that the whole package is known to have, from elsewhere; without one
   *     only the package's own agreement with itself is checked
   * @throws IOException when the file cannot be read, which says nothing about it
   */
  public static Verdict of(Path file, Optional<String> digest) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      var check = new PackageCheck(new Bytes(channel));
      String sha256 = check.whole();
      if (digest.isPresent() && !digest.get().equals(sha256)) {
        return new Verdict.Refused(
            sha256, "It is not the package that has the digest %s.".formatted(digest.get()));
      }
      try {
        return new Verdict.Accepted(sha256, check.check());
      } catch (Refused refused) {
        return new Verdict.Refused(sha256, refused.sentence());
      }
    }
  }

  private String whole() throws IOException {
    MessageDigest sha256 = Entries.sha256();
    byte[] piece = new byte[PIECE];
    try (InputStream in = bytes.stream(0, bytes.size())) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        sha256.update(piece, 0, read);
      }
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private Verdict.Summary check() throws IOException, Refused {
    List<Entry> entries = Entries.of(bytes);
    Map<String, Entry> byPath = new HashMap<>();
    entries.forEach(entry -> byPath.put(entry.path(), entry));
    // The manifest cannot name these, and names all the others.
    take(byPath, PAGE);
    requireSums(entries, take(byPath, SUMS));
    Entry manifest = take(byPath, MANIFEST);
    Entry events = take(byPath, EVENTS);
    byPath.put(EVENTS, events);
    Verdict.Summary summary =
        ManifestCheck.of(bytes.stream(manifest.content(), manifest.size()), byPath);
    long lines = lines(events);
    if (lines != summary.auditEvents()) {
      throw new Refused(
          "%s has %d lines, and manifest.json counts %d."
              .formatted(EVENTS, lines, summary.auditEvents()));
    }
    return summary;
  }

  private static Entry take(Map<String, Entry> byPath, String path) throws Refused {
    Entry entry = byPath.remove(path);
    if (entry == null) {
      throw new Refused("It has no %s.".formatted(path));
    }
    return entry;
  }

  /** The list of digests can only be one text; so it is made and compared. */
  private static void requireSums(List<Entry> entries, Entry sums) throws Refused {
    MessageDigest expected = Entries.sha256();
    for (Entry entry : entries) {
      if (!entry.path().equals(SUMS)) {
        expected.update(
            (entry.sha256() + "  " + entry.path() + "\n").getBytes(StandardCharsets.US_ASCII));
      }
    }
    if (!HexFormat.of().formatHex(expected.digest()).equals(sums.sha256())) {
      throw new Refused(SUMS + " does not list the package's files with their digests.");
    }
  }

  private long lines(Entry events) throws IOException {
    long lines = 0;
    byte[] piece = new byte[PIECE];
    try (InputStream in = bytes.stream(events.content(), events.size())) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        for (int i = 0; i < read; i++) {
          lines += piece[i] == '\n' ? 1 : 0;
        }
      }
    }
    return lines;
  }
}
