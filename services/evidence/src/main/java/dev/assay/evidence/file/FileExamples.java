package dev.assay.evidence.file;

/** Answers as the API document shows them. */
public final class FileExamples {

  /** A file that the store has just taken. */
  public static final String UPLOADED =
      """
      {"id":"01932f3e-6f11-7c40-8a53-5c1f7a3f9f02","evidenceId":"01932f3e-6a00-7c40-8a53-000000000001","name":"realm-users.json","mediaType":"application/json","size":18211,"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","state":"UPLOADED","stateAt":"2026-11-23T10:15:30.123Z","arrivedAt":"2026-11-23T10:15:30.101Z","retainUntil":"2026-12-23T10:15:30Z"}
      """;

  static final String DETAIL =
      """
      {"id":"01932f3e-6f11-7c40-8a53-5c1f7a3f9f02","evidenceId":"01932f3e-6a00-7c40-8a53-000000000001","name":"realm-users.json","mediaType":"application/json","size":18211,"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","state":"SEALED","stateAt":"2026-11-23T10:15:30.323Z","arrivedAt":"2026-11-23T10:15:30.101Z","retainUntil":"2034-01-01T12:00:00Z","retentionRuleSet":"evidence-retention-1","history":[{"state":"PENDING","at":"2026-11-23T10:15:30.101Z"},{"state":"UPLOADED","at":"2026-11-23T10:15:30.123Z"},{"state":"VERIFIED","at":"2026-11-23T10:15:30.223Z"},{"state":"SEALED","at":"2026-11-23T10:15:30.323Z"}]}
      """;

  private FileExamples() {}
}
