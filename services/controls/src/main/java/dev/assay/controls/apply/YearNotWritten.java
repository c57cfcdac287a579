package dev.assay.controls.apply;

import java.sql.SQLException;

/** The year's rows could not be written; the cause says whether the database is down. */
final class YearNotWritten extends RuntimeException {

  private static final long serialVersionUID = 1L;

  YearNotWritten(SQLException cause) {
    super("the controls of the year could not be written", cause);
  }
}
