package dev.assay.tenants.directory;

import dev.assay.tenancy.scope.InnerScope;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * For whom an account stands, across tenants: ids and states, read in the directory's role, which
 * sees no names.
 */
@ApplicationScoped
public class Accounts {

  /** Each MSP and the platform, so that every person is found by the index that MSPs lead. */
  private static final String STANDING =
      """
      select coalesce(bool_or(last.state is distinct from 'DISABLED'), false),
             coalesce(bool_or(last.state is not null), false)
      from (select msp_id from msp union all select '00000000-0000-0000-0000-000000000000') as place
      join person p on p.msp_id = place.msp_id and p.subject = ?
      left join lateral (
        select t.state from person_transition t
        where t.msp_id = p.msp_id and t.person_id = p.id order by t.number desc limit 1) last on true
      """;

  private static final String CLIENTS_WITH_GRANTS =
      """
      select distinct g.client_id from role_grant g
      where g.msp_id = ? and g.person_id = ? and g.client_id is not null
        and not exists (
          select from role_grant_transition t
          where t.msp_id = g.msp_id and t.grant_id = g.id and t.step = 'REVOKED')
      """;

  private final DataSource dataSource;
  private final Scopes scopes;
  private final InnerScope inner;

  Accounts(DataSource dataSource, Scopes scopes, InnerScope inner) {
    this.dataSource = dataSource;
    this.scopes = scopes;
    this.inner = inner;
  }

  /**
   * For whom an account stands.
   *
   * @param needed whether somebody active anywhere signs in with it
   * @param onceOff whether it was ever disabled for somebody's leaving: then, and only then, it was
   *     this service that switched it off
   */
  public record Standing(boolean needed, boolean onceOff) {}

  /** How this account stands now, read in a transaction of its own. */
  public Standing standing(String subject) {
    return scopes.inTransaction(new TenantScope.Directory(), () -> readStanding(subject));
  }

  /** How this account stands as the running transaction sees it. */
  public Standing standingWithin(String subject) {
    return inner.in(new TenantScope.Directory(), () -> readStanding(subject));
  }

  /**
   * The MSP's clients at which a person holds grants that nobody has revoked, for the running
   * transaction.
   */
  public List<UUID> clientsWithGrantsOf(UUID mspId, UUID personId) {
    return inner.in(new TenantScope.Directory(), () -> readClients(mspId, personId));
  }

  private Standing readStanding(String subject) {
    try (Connection connection = dataSource.getConnection();
        var select = connection.prepareStatement(STANDING)) {
      select.setString(1, subject);
      try (var row = select.executeQuery()) {
        row.next();
        return new Standing(row.getBoolean(1), row.getBoolean(2));
      }
    } catch (SQLException failed) {
      throw new DirectoryUnavailable(failed);
    }
  }

  private List<UUID> readClients(UUID mspId, UUID personId) {
    try (Connection connection = dataSource.getConnection();
        var select = connection.prepareStatement(CLIENTS_WITH_GRANTS)) {
      select.setObject(1, mspId);
      select.setObject(2, personId);
      try (var row = select.executeQuery()) {
        List<UUID> clients = new ArrayList<>();
        while (row.next()) {
          clients.add(row.getObject(1, UUID.class));
        }
        return clients;
      }
    } catch (SQLException failed) {
      throw new DirectoryUnavailable(failed);
    }
  }
}
