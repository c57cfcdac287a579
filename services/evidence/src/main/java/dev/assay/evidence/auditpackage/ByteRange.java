package dev.assay.evidence.auditpackage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which bytes of a representation a request asks for (RFC 9110, section 14). */
sealed interface ByteRange {

  /** All of it: no range was asked for, or one that a server is free to ignore. */
  record Whole() implements ByteRange {}

  /** From the first place to the last, both included. */
  record Part(long first, long last) implements ByteRange {

    long length() {
      return last - first + 1;
    }
  }

  /** None of the bytes asked for exist. */
  record None() implements ByteRange {}

  /**
   * One range; several would need an answer in several parts, and are ignored as the RFC allows.
   */
  Pattern ONE = Pattern.compile("bytes=[ \\t]*(\\d{0,18})-(\\d{0,18})[ \\t]*");

  /**
   * Reads the header.
   *
   * @param range the Range header, or null
   * @param size bytes that there are, at least one
   */
  static ByteRange of(@Nullable String range, long size) {
    Matcher one = ONE.matcher(range == null ? "" : range);
    if (!one.matches()) {
      return new Whole();
    }
    String first = one.group(1);
    String last = one.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), size);
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? size - 1 : Long.parseLong(last);
    if (to < from) {
      // Not a range at all, so not one that cannot be satisfied.
      return last.isEmpty() ? new None() : new Whole();
    }
    return from >= size ? new None() : new Part(from, Math.min(to, size - 1));
  }

  private static ByteRange suffix(long length, long size) {
    return length == 0 ? new None() : new Part(Math.max(0, size - length), size - 1);
  }
}
