package dev.assay.audit;

import java.sql.SQLException;

/** The event could not be written, so neither is the change. */
final class AuditFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AuditFailed(SQLException cause) {
    super("the audit event could not be written", cause);
  }
}
