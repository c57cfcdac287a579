package dev.assay.testing.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A superuser's view of the database. */
final class Catalog {

  private final Connection superuser;

  Catalog(Connection superuser) {
    this.superuser = superuser;
  }

  /** The first column of the answer. */
  List<String> ask(String sql, Object... arguments) throws SQLException {
    List<String> values = new ArrayList<>();
    try (var statement = superuser.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          values.add(row.getString(1));
        }
      }
    }
    return values;
  }
}
