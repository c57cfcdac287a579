package dev.assay.tenants.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tables that hold something of a client, from the catalog: a table that a later migration adds
 * is in the next export without anybody remembering it.
 */
@ApplicationScoped
class Sections {

  /** Answers given before, which repeat what the other rows say, to those who gave them alone. */
  private static final String NOT_EXPORTED = "idempotency_key";

  private static final String TABLES =
      """
      select c.relname, t.attname, array(
        select a.attname::text from pg_index i, unnest(i.indkey) with ordinality k(number, place)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
        where i.indrelid = c.oid and i.indisprimary order by k.place)
      from pg_class c
      cross join lateral (
        select a.attname from pg_attribute a
        where a.attrelid = c.oid and a.attname in ('client_id', 'scope_id', 'log_id')
          and not a.attisdropped
        order by a.attname limit 1) t
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> ?
        and has_table_privilege(c.oid, 'select')
      order by c.relname collate "C"
      """;

  /** All of them, by name; the client's own row comes first. */
  List<Section> read(Connection connection) throws SQLException {
    List<Section> sections = new ArrayList<>();
    try (var select = connection.prepareStatement(TABLES)) {
      select.setString(1, NOT_EXPORTED);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          var section =
              new Section(
                  row.getString(1),
                  row.getString(2),
                  Arrays.asList((String[]) row.getArray(3).getArray()));
          sections.add(section.table().equals("client") ? 0 : sections.size(), section);
        }
      }
    }
    return sections;
  }
}
