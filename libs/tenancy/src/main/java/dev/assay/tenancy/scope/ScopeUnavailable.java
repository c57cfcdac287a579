package dev.assay.tenancy.scope;

import java.sql.SQLException;

/** The database could not be told the scope; its cause says whether it is down. */
final class ScopeUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ScopeUnavailable(SQLException cause) {
    super("the tenant scope could not be bound", cause);
  }
}
