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
import java.util.UUID;
import javax.sql.DataSource;

/**
 * One statement answers any question, in one exchange with the database, since each service asks it
 * before each request.
 */
@ApplicationScoped
class DirectoryRows {

  /**
   * Goes before the question and with it: what a driver sends together, PostgreSQL runs as one
   * transaction of its own, so the role ends where the question does.
   */
  private static final String AS_DIRECTORY = "select set_config('role', ?, true); ";

  /** The place's MSP and the platform are the only two MSP ids whose grants can reach a place. */
  private static final String IN_FORCE =
      AS_DIRECTORY
          + """
      select place.msp_id, g.msp_id, g.client_id, g.person_id, g.role, g.valid_until
      from (%s) as place
      join role_grant g on g.msp_id in (place.msp_id, '00000000-0000-0000-0000-000000000000')
      where g.subject = ? and g.valid_from <= ? and (g.valid_until is null or g.valid_until > ?)
        and not exists (
          select from role_grant_transition t
          where t.msp_id = g.msp_id and t.grant_id = g.id and t.step = 'REVOKED')
        and (not g.needs_approval or exists (
          select from role_grant_transition t
          where t.msp_id = g.msp_id and t.grant_id = g.id and t.step = 'APPROVED'))
      """;

  private static final String AT_CLIENT =
      IN_FORCE.formatted("select msp_id from client where client_id = ?");
  private static final String AT_MSP =
      IN_FORCE.formatted("select msp_id from msp where msp_id = ?");
  private static final String AT_PLATFORM = IN_FORCE.formatted("select ?::uuid as msp_id");

  /** A database that hangs here is given up within the two seconds that callers are promised. */
  private static final int ANSWER_MILLIS = 900;

  private static final String ROLE = "tenants_directory";

  private final DataSource dataSource;

  DirectoryRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  List<GrantInForce> inForce(String subject, GrantPlace place, Instant now) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      int timeout = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
      List<GrantInForce> grants = ask(connection, subject, place, now);
      connection.setNetworkTimeout(Runnable::run, timeout);
      return grants;
    }
  }

  private static List<GrantInForce> ask(
      Connection connection, String subject, GrantPlace place, Instant now) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(questionAbout(place))) {
      OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
      select.setString(1, ROLE);
      select.setObject(2, idOf(place));
      select.setString(3, subject);
      select.setObject(4, at);
      select.setObject(5, at);
      select.execute();
      select.getMoreResults();
      try (ResultSet row = select.getResultSet()) {
        List<GrantInForce> grants = new ArrayList<>();
        while (row.next()) {
          grants.add(grantIn(row));
        }
        return grants;
      }
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

  private static GrantInForce grantIn(ResultSet row) throws SQLException {
    var validUntil = row.getObject(6, OffsetDateTime.class);
    return new GrantInForce(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        row.getObject(4, UUID.class),
        Role.valueOf(row.getString(5)),
        validUntil == null ? null : validUntil.toInstant());
  }
}
