package dev.assay.tenants.grant;

import java.sql.SQLException;

/** The turn could not be taken; its cause says whether the database is down. */
final class AuthorityUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AuthorityUnavailable(SQLException cause) {
    super("the turn to decide on access could not be taken", cause);
  }
}
