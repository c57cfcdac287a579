package dev.assay.tenants.directory;

import dev.assay.tenancy.grant.GrantPlace;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.tenants.client.ClientStatus;
import dev.assay.tenants.msp.MspStatus;
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

/** One statement answers any question, since each service asks it before each request. */
@ApplicationScoped
class DirectoryRows {

  /** The place's MSP and the platform are the only two MSP ids whose grants can reach a place. */
  private static final String IN_FORCE =
      """
      select place.msp_id, place.msp_status, place.client_status, place.msp_since, g.msp_id, g.client_id, g.person_id, g.role, g.valid_until
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
      IN_FORCE.formatted(
          """
          select c.msp_id, m.status as msp_status, c.status as client_status, c.msp_since
          from client c join msp m on m.msp_id = c.msp_id where c.client_id = ?
          """);
  private static final String AT_MSP =
      IN_FORCE.formatted(
          """
          select msp_id, status as msp_status, null as client_status, null::timestamptz as msp_since
          from msp where msp_id = ?
          """);
  private static final String AT_PLATFORM =
      IN_FORCE.formatted(
          "select ?::uuid as msp_id, null as msp_status, null as client_status,"
              + " null::timestamptz as msp_since");

  private final DataSource dataSource;

  DirectoryRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  List<GrantInForce> inForce(String subject, GrantPlace place, Instant now) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(questionAbout(place))) {
      OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
      select.setObject(1, idOf(place));
      select.setString(2, subject);
      select.setObject(3, at);
      select.setObject(4, at);
      try (ResultSet row = select.executeQuery()) {
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
    String mspStatus = row.getString(2);
    String clientStatus = row.getString(3);
    var mspSince = row.getObject(4, OffsetDateTime.class);
    var validUntil = row.getObject(9, OffsetDateTime.class);
    return new GrantInForce(
        row.getObject(1, UUID.class),
        mspStatus == null ? null : MspStatus.valueOf(mspStatus),
        clientStatus == null ? null : ClientStatus.valueOf(clientStatus),
        mspSince == null ? null : mspSince.toInstant(),
        row.getObject(5, UUID.class),
        row.getObject(6, UUID.class),
        row.getObject(7, UUID.class),
        Role.valueOf(row.getString(8)),
        validUntil == null ? null : validUntil.toInstant());
  }
}
