package dev.assay.tenants.export;

/** The document could not be written; its cause says whether the database is down. */
final class ExportFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ExportFailed(Exception cause) {
    super("the export could not be written", cause);
  }
}
