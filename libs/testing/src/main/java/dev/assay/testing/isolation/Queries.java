package dev.assay.testing.isolation;

/** Questions to PostgreSQL's catalog. */
final class Queries {

  static final String TABLES =
      "select tablename from pg_tables where schemaname = 'public' order by 1";

  static final String NOT_FORCED =
      """
      select c.relname from pg_class c where c.oid = ('public.' || quote_ident(?))::regclass
        and not (c.relrowsecurity and c.relforcerowsecurity)
      """;

  static final String POLICIES_OF_MANY_ROLES =
      """
      select p.polname from pg_policy p
      where p.polrelid = ('public.' || quote_ident(?))::regclass
        and (cardinality(p.polroles) <> 1 or 0 = any (p.polroles))
      """;

  static final String ROLES_WITH_MANY_POLICIES =
      """
      select r.rolname from pg_policy p, unnest(p.polroles) role, pg_roles r
      where p.polrelid = ('public.' || quote_ident(?))::regclass and r.oid = role
      group by r.rolname having count(*) > 1
      """;

  static final String GRANTS_WITHOUT_POLICY =
      """
      select distinct g.grantee from information_schema.role_table_grants g, pg_class c, pg_roles o
      where g.table_schema = 'public' and g.table_name = ? and c.relname = g.table_name
        and c.relnamespace = 'public'::regnamespace and o.oid = c.relowner
        and g.grantee <> o.rolname and not exists (
          select from pg_policy p, pg_roles r
          where p.polrelid = c.oid and r.oid = any (p.polroles) and r.rolname = g.grantee)
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

  /** Of this database's service; the owner owns and does not run requests. */
  static final String MIGHTY_ROLES =
      """
      select r.rolname from pg_roles r
      where r.rolname like current_database() || '\\_%' and r.rolname not like '%\\_owner'
        and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
          or exists (select from pg_class c where c.relowner = r.oid))
      """;

  static final String TRUNCATE_GRANTS =
      """
      select grantee || ' on ' || table_name from information_schema.role_table_grants
      where table_schema = 'public' and privilege_type = 'TRUNCATE'
        and grantee like current_database() || '\\_%' and grantee not like '%\\_owner'
      """;

  static final String OWNERS_VIEWS =
      """
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
        and not coalesce(c.reloptions::text[] && array['security_invoker=true',
          'security_invoker=on'], false)
      """;

  private Queries() {}
}
