package dev.assay.tenants.directory;

import dev.assay.tenancy.grant.GrantPlace;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * One statement answers any question, in one exchange with the database, since each service asks it
 * before each request.
 */
@ApplicationScoped
class DirectoryRows {

  /**
   * Goes before a question and with it: what a driver sends together, PostgreSQL runs as one
   * transaction of its own, so the role ends where the question does.
   */
  private static final String AS_DIRECTORY = "select set_config('role', ?, true); ";

  /**
   * The place's MSP and the platform are the only two MSP ids whose grants can reach a place, and
   * at a client no grant for another client does; glass is broken at one client alone.
   */
  private static final String IN_FORCE =
      """
      select place.msp_id, place.msp_status, place.client_status, place.msp_since,
             g.msp_id, g.person_id, g.role, array_agg(g.client_id), min(g.valid_until)
      from (%s) as place
      cross join lateral (
        select g.msp_id, g.client_id, g.person_id, g.role, g.valid_until
        from role_grant g
        where g.msp_id in (place.msp_id, '00000000-0000-0000-0000-000000000000')
          and g.subject = ? and g.valid_from <= ? and (g.valid_until is null or g.valid_until > ?)
          and (g.client_id is null or place.client_id is null or g.client_id = place.client_id)
          and not exists (
            select from role_grant_transition t
            where t.msp_id = g.msp_id and t.grant_id = g.id and t.step = 'REVOKED')
          and (not g.needs_approval or exists (
            select from role_grant_transition t
            where t.msp_id = g.msp_id and t.grant_id = g.id and t.step = 'APPROVED'))
        union all
        select b.msp_id, b.client_id, b.person_id, 'BREAK_GLASS', b.valid_until
        from break_glass b
        where b.client_id = place.client_id
          and b.subject = ? and b.valid_from <= ? and b.valid_until > ?
          and not exists (
            select from break_glass_transition t
            where t.client_id = b.client_id and t.break_glass_id = b.id and t.step = 'ENDED')) g
      group by 1, 2, 3, 4, 5, 6, 7, g.client_id is null
      """;

  static final String AT_CLIENT =
      IN_FORCE.formatted(
          """
          select c.msp_id, c.client_id, m.status as msp_status, c.status as client_status, c.msp_since
          from client c join msp m on m.msp_id = c.msp_id where c.client_id = ?
          """);
  static final String AT_MSP =
      IN_FORCE.formatted(
          """
          select msp_id, null::uuid as client_id, status as msp_status, null as client_status,
                 null::timestamptz as msp_since
          from msp where msp_id = ?
          """);
  static final String AT_PLATFORM =
      IN_FORCE.formatted(
          """
          select ?::uuid as msp_id, null::uuid as client_id,
                 null as msp_status, null as client_status, null::timestamptz as msp_since
          """);

  /** Operators count as operators alone, as in {@link EffectiveRoles}. */
  private static final String HOLDERS =
      """
      with held as (
        select distinct g.subject, g.role
        from role_grant g
        where g.msp_id in (?, '00000000-0000-0000-0000-000000000000')
          and g.scope_id in (?, ?, '00000000-0000-0000-0000-000000000000')
          and g.role = any (?)
          and g.valid_from <= ? and (g.valid_until is null or g.valid_until > ?)
          and not exists (
            select from role_grant_transition t
            where t.msp_id = g.msp_id and t.grant_id = g.id and t.step = 'REVOKED')
          and (not g.needs_approval or exists (
            select from role_grant_transition t
            where t.msp_id = g.msp_id and t.grant_id = g.id and t.step = 'APPROVED')))
      select h.subject, h.role from held h
      where h.role = 'PLATFORM_OPERATOR'
        or not exists (
          select from held o where o.subject = h.subject and o.role = 'PLATFORM_OPERATOR')
      """;

  /** The state of a place, and all grants in force of one subject that may reach it. */
  record Found(PlaceState state, List<GrantInForce> grants) {}

  /** A database that hangs here is given up within the two seconds that callers are promised. */
  private static final int ANSWER_MILLIS = 900;

  private final DataSource dataSource;
  private final String role;

  DirectoryRows(
      DataSource dataSource, @ConfigProperty(name = "quarkus.application.name") String service) {
    this.dataSource = dataSource;
    this.role = service + "_directory";
  }

  Found inForce(String subject, GrantPlace place, Instant now) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      int timeout = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
      Found found;
      try (PreparedStatement select =
          connection.prepareStatement(AS_DIRECTORY + questionAbout(place))) {
        select.setString(1, role);
        ask(select, 2, subject, place, now);
        select.execute();
        select.getMoreResults();
        found = foundIn(select.getResultSet());
      }
      connection.setNetworkTimeout(Runnable::run, timeout);
      return found;
    }
  }

  /** As the directory for one question, in a transaction that is otherwise of another scope. */
  Found inForceWithin(String subject, GrantPlace place, Instant now) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      become(connection, role);
      Found found;
      try (PreparedStatement select = connection.prepareStatement(questionAbout(place))) {
        ask(select, 1, subject, place, now);
        found = foundIn(select.executeQuery());
      }
      become(connection, "none");
      return found;
    }
  }

  private static void ask(
      PreparedStatement select, int first, String subject, GrantPlace place, Instant now)
      throws SQLException {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    select.setObject(first, idOf(place));
    for (int next : new int[] {first + 1, first + 4}) {
      select.setString(next, subject);
      select.setObject(next + 1, at);
      select.setObject(next + 2, at);
    }
  }

  /** What is the place's stands in each row, and is read from the first. */
  private static Found foundIn(ResultSet row) throws SQLException {
    if (!row.next()) {
      return new Found(PlaceState.UNKNOWN, List.of());
    }
    var state = PlaceState.of(row.getString(2), row.getString(3));
    UUID mspId = row.getObject(1, UUID.class);
    var mspSince = row.getObject(4, OffsetDateTime.class);
    Instant since = mspSince == null ? null : mspSince.toInstant();
    List<GrantInForce> grants = new ArrayList<>();
    do {
      addGrants(row, mspId, since, grants);
    } while (row.next());
    return new Found(state, grants);
  }

  /** As the directory for one question, like {@link #inForceWithin}. */
  List<RoleHolder> holdersWithin(UUID mspId, UUID scopeId, Set<Role> roles, Instant now)
      throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      become(connection, role);
      List<RoleHolder> holders = holders(connection, mspId, scopeId, roles, now);
      become(connection, "none");
      return holders;
    }
  }

  private static List<RoleHolder> holders(
      Connection connection, UUID mspId, UUID scopeId, Set<Role> roles, Instant now)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HOLDERS)) {
      OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
      select.setObject(1, mspId);
      select.setObject(2, mspId);
      select.setObject(3, scopeId);
      select.setArray(
          4, connection.createArrayOf("text", roles.stream().map(Role::name).toArray()));
      select.setObject(5, at);
      select.setObject(6, at);
      try (ResultSet row = select.executeQuery()) {
        List<RoleHolder> holders = new ArrayList<>();
        while (row.next()) {
          holders.add(new RoleHolder(row.getString(1), Role.valueOf(row.getString(2))));
        }
        return holders;
      }
    }
  }

  private static void become(Connection connection, String role) throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement("select set_config('role', ?, true)")) {
      set.setString(1, role);
      set.execute();
    }
  }

  private static String questionAbout(GrantPlace place) {
    return switch (place) {
      case GrantPlace.OfClient(UUID client) -> AT_CLIENT;
      case GrantPlace.OfMsp(UUID msp) -> AT_MSP;
      case GrantPlace.OfPlatform() -> AT_PLATFORM;
    };
  }

  private static UUID idOf(GrantPlace place) {
    return switch (place) {
      case GrantPlace.OfClient(UUID client) -> client;
      case GrantPlace.OfMsp(UUID msp) -> msp;
      case GrantPlace.OfPlatform() -> TenantScope.PLATFORM_ID;
    };
  }

  /** One for each client of the row; all end as its first one does, which is what is asked for. */
  private static void addGrants(
      ResultSet row, UUID placeMspId, @Nullable Instant mspSince, List<GrantInForce> grants)
      throws SQLException {
    UUID mspId = row.getObject(5, UUID.class);
    UUID personId = row.getObject(6, UUID.class);
    Role held = Role.valueOf(row.getString(7));
    var firstEnd = row.getObject(9, OffsetDateTime.class);
    Instant validUntil = firstEnd == null ? null : firstEnd.toInstant();
    for (UUID clientId : (@Nullable UUID[]) row.getArray(8).getArray()) {
      grants.add(
          new GrantInForce(placeMspId, mspSince, mspId, clientId, personId, held, validUntil));
    }
  }
}
