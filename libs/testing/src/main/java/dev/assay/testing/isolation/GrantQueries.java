package dev.assay.testing.isolation;

/** Questions about who may do what with a table: its grants, column grants too, and policies. */
final class GrantQueries {

  /** Whoever is granted anything, on the table or on one of its columns; oid 0 is PUBLIC. */
  private static final String GRANTS =
      """
      with grants as (
        select c.oid as relation, g.grantee, g.privilege_type as may,
          coalesce(r.rolname, 'PUBLIC') as role
        from pg_class c
        cross join lateral (
          select x.grantee, x.privilege_type from aclexplode(c.relacl) x
          union
          select x.grantee, x.privilege_type
          from pg_attribute a, aclexplode(a.attacl) x where a.attrelid = c.oid) g
        left join pg_roles r on r.oid = g.grantee
        where c.relnamespace = 'public'::regnamespace and g.grantee <> c.relowner)
      """;

  static final String WITHOUT_POLICY =
      GRANTS
          + """
          select distinct role from grants
          where relation = ('public.' || quote_ident(?))::regclass and not exists (
            select from pg_policy p where p.polrelid = relation and grantee = any (p.polroles))
          """;

  static final String TRUNCATE =
      GRANTS + "select role || ' on ' || relation::regclass from grants where may = 'TRUNCATE'";

  static final String TOO_MUCH =
      GRANTS
          + """
          select distinct role || ' may ' || may from grants
          where relation = ('public.' || quote_ident(?))::regclass and (
            may not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')
            or role ~ '_(fleet|portfolio|directory)$' and may <> 'SELECT')
          """;

  /** A client's rows follow it to another MSP: the transfer role sets that one column. */
  static final String CHANGES =
      GRANTS
          + """
          select distinct role || ' may ' || may from grants
          where relation = ('public.' || quote_ident(?))::regclass and may in ('UPDATE', 'DELETE')
            and not (role ~ '_transfer$' and may = 'UPDATE' and not exists (
              select from pg_attribute a
              where a.attrelid = relation and a.attnum > 0 and not a.attisdropped
                and a.attname <> 'msp_id'
                and has_column_privilege(grantee, relation, a.attnum, 'UPDATE')))
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

  /**
   * The relay forwards, and the directory answers, for all tenants; every other role's policy
   * compares a tenant column with a setting of the scope, and checks what is written by one.
   */
  static final String POLICIES_WITHOUT_SCOPE =
      """
      select p.polname
      from pg_policy p
      cross join lateral (select
        pg_get_expr(p.polqual, p.polrelid) as seen,
        pg_get_expr(p.polwithcheck, p.polrelid) as written) e
      cross join lateral (select regexp_replace(
        coalesce(e.seen, e.written, ''), 'current_setting\\(''app\\.[^)]*\\)', 'SETTING', 'g')
        as rule) f
      where p.polrelid = ('public.' || quote_ident(?))::regclass
        and not exists (select from pg_roles r
          where r.oid = any (p.polroles) and r.rolname ~ '_(relay|directory)$')
        and (f.rule !~ 'SETTING' or f.rule !~ '\\m(client_id|msp_id|log_id|scope_id)\\M'
          or e.written !~ 'current_setting\\(''app\\.')
      """;

  private GrantQueries() {}
}
