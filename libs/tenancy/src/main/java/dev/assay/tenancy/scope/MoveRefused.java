package dev.assay.tenancy.scope;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A client's rows could not follow it to another MSP; nothing of them may be kept. */
public final class MoveRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MoveRefused(SQLException cause) {
    super("the client's rows could not follow it", cause);
  }

  /** The constraint that a row would break; empty when it is something else. */
  public Optional<String> constraint() {
    return getCause() instanceof PSQLException refused
        ? Optional.ofNullable(refused.getServerErrorMessage())
            .map(ServerErrorMessage::getConstraint)
        : Optional.empty();
  }
}
