package dev.assay.tenants.directory;

import java.sql.SQLException;

/** The directory could not be read; its cause says whether the database is down. */
final class DirectoryUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DirectoryUnavailable(SQLException cause) {
    super("the directory could not be read", cause);
  }
}
