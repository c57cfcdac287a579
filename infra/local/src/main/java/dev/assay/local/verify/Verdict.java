package dev.assay.local.verify;

/** What came of checking a package. */
public sealed interface Verdict {

  /** SHA-256 of all bytes of the package, lower-case hexadecimal. */
  String sha256();

  /**
   * The package agrees with itself in every byte.
   *
   * @param about what it says that it is
   */
  record Accepted(String sha256, Summary about) implements Verdict {}

  /**
   * It does not.
   *
   * @param reason what is wrong and where, in a sentence
   */
  record Refused(String sha256, String reason) implements Verdict {}

  /** What a package's manifest says. */
  record Summary(
      String client,
      String periodFrom,
      String periodTo,
      String knownAt,
      long items,
      long files,
      long excluded,
      long bytes,
      long auditEvents) {}
}
