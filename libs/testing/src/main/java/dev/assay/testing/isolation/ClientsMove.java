package dev.assay.testing.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.stack.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads from the catalog whether all that is a client's can follow it to another MSP: a table with
 * the ids of both that stays behind would leave rows that nobody sees.
 */
public final class ClientsMove {

  /** What every service has, and what does not follow because it says where the client is. */
  private static final Set<String> OF_EVERY_SERVICE = Set.of("client_home");

  private ClientsMove() {}

  /**
   * Fails when a table of clients' rows neither follows nor is named here.
   *
   * @param staying table to the reason why its rows stay with the MSP that they were written for
   */
  public static void everyTableFollowsBut(Map<String, String> staying) {
    Set<String> expected = new TreeSet<>(staying.keySet());
    expected.addAll(OF_EVERY_SERVICE);

    assertThat(behind()).as("tables that do not follow a client").isEqualTo(expected);
  }

  private static Set<String> behind() {
    String query =
        """
        select distinct c.relname from pg_class c
        join pg_attribute m on m.attrelid = c.oid and m.attname = 'msp_id' and not m.attisdropped
        join pg_attribute k on k.attrelid = c.oid and k.attname in ('client_id', 'scope_id')
          and not k.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and not (has_column_privilege('%1$s_transfer', c.oid, m.attnum, 'update')
            and exists (select from pg_policy p, pg_roles r
              where p.polrelid = c.oid and r.oid = any (p.polroles) and r.rolname = '%1$s_transfer'))
        """
            .formatted(TestDatabase.service());
    Set<String> behind = new TreeSet<>();
    try (Connection superuser = TestDatabase.superuser();
        var statement = superuser.createStatement();
        var row = statement.executeQuery(query)) {
      while (row.next()) {
        behind.add(row.getString(1));
      }
      return behind;
    } catch (SQLException failed) {
      throw new IllegalStateException("the catalog could not be read", failed);
    }
  }
}
