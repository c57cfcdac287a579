package dev.assay.tenants.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One table's rows of the client.
 *
 * @param table as the database names it; lower case and underscores alone
 * @param tenantColumn which column holds the client's id
 * @param key the primary key's columns, by which rows are ordered
 */
record Section(String table, String tenantColumn, List<String> key) {

  private static final String NAME = "[a-z][a-z0-9_]*";

  Section {
    key = List.copyOf(key);
    if (!table.matches(NAME)
        || !tenantColumn.matches(NAME)
        || key.isEmpty()
        || !key.stream().allMatch(column -> column.matches(NAME))) {
      throw new IllegalArgumentException("not a table of ours: " + table);
    }
  }

  /** The kind of row in the document: {@code in_scope_system} is {@code IN_SCOPE_SYSTEM}. */
  String type() {
    return table.toUpperCase(Locale.ROOT);
  }

  /** The rows as JSON, numbered in their order; the client's id is its one parameter. */
  String query(int number) {
    String order = key.stream().map("t."::concat).collect(Collectors.joining(", "));
    return "select %d as section, row_number() over (order by %s) as n, to_jsonb(t) as doc from %s t where t.%s = ?"
        .formatted(number, order, table, tenantColumn);
  }
}
