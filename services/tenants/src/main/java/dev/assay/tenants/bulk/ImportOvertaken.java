package dev.assay.tenants.bulk;

/** Another run of the same import has done the next rows. */
final class ImportOvertaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ImportOvertaken() {
    super("another run of the same import came first");
  }
}
