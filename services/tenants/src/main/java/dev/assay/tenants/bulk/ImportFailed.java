package dev.assay.tenants.bulk;

/** A batch could not be written; its cause says whether the database is down. */
final class ImportFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ImportFailed(Exception cause) {
    super("the import could not go on", cause);
  }
}
