package dev.assay.testing.isolation;

/** Questions to PostgreSQL's catalog; a table's name is their one argument, where they take one. */
final class Queries {

  static final String TABLES =
      "select tablename from pg_tables where schemaname = 'public' order by 1";

  static final String NOT_FORCED =
      """
      select c.relname from pg_class c where c.oid = ('public.' || quote_ident(?))::regclass
        and not (c.relrowsecurity and c.relforcerowsecurity)
      """;

  static final String WITHOUT_PRIMARY_KEY =
      """
      select c.relname from pg_class c where c.oid = ('public.' || quote_ident(?))::regclass
        and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)
      """;

  static final String INDEX_LEADERS =
      """
      select i.indexrelid::regclass || ':' || coalesce(a.attname, '(expression)')
      from pg_index i
      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indrelid = ('public.' || quote_ident(?))::regclass
      """;

  static final String FOREIGN_KEY_LEADERS =
      """
      select k.conname || ':' || a.attname from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.contype = 'f' and k.conrelid = ('public.' || quote_ident(?))::regclass
      """;

  /** A foreign key's check bypasses row-level security, so the key itself must keep the client. */
  static final String FOREIGN_KEYS_ACROSS_CLIENTS =
      """
      select k.conname from pg_constraint k
      where k.contype = 'f' and k.conrelid = ('public.' || quote_ident(?))::regclass
        and exists (select from pg_attribute a
          where a.attrelid = k.conrelid and a.attname = 'client_id' and not a.attisdropped)
        and exists (select from pg_attribute a
          where a.attrelid = k.confrelid and a.attname = 'client_id' and a.attnotnull)
        and not exists (
          select from unnest(k.conkey, k.confkey) pair (own, other)
          join pg_attribute l on l.attrelid = k.conrelid and l.attnum = pair.own
          join pg_attribute r on r.attrelid = k.confrelid and r.attnum = pair.other
          where l.attname = 'client_id' and r.attname = 'client_id')
      """;

  /** Of this database's service; the owner owns and does not run requests. */
  static final String MIGHTY_ROLES =
      """
      select r.rolname from pg_roles r
      where r.rolname like current_database() || '\\_%'
        and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication
          or r.rolname not like '%\\_owner' and exists (
            select from pg_class c where c.relowner = r.oid))
      """;

  static final String MIGHTY_MEMBERSHIPS =
      """
      select m.rolname || ' in ' || g.rolname
      from pg_auth_members a
      join pg_roles m on m.oid = a.member
      join pg_roles g on g.oid = a.roleid
      where m.rolname like current_database() || '\\_%'
        and (a.inherit_option or a.admin_option or g.rolsuper or g.rolbypassrls
          or g.rolname like '%\\_owner' or g.rolname like 'pg\\_%')
      """;

  static final String OWNERS_VIEWS =
      """
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
        and not coalesce(c.reloptions::text[] && array['security_invoker=true',
          'security_invoker=on'], false)
      """;

  static final String COPIES =
      """
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('m', 'f')
      """;

  static final String OWNERS_FUNCTIONS =
      """
      select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
      """;

  static final String TABLES_ELSEWHERE =
      """
      select schemaname || '.' || tablename from pg_tables
      where schemaname not in ('public', 'information_schema') and schemaname not like 'pg\\_%'
      """;

  static final String CREATORS =
      """
      select r.rolname from pg_roles r
      where r.rolname like current_database() || '\\_%' and r.rolname not like '%\\_owner'
        and has_schema_privilege(r.oid, 'public', 'create')
      """;

  private Queries() {}
}
