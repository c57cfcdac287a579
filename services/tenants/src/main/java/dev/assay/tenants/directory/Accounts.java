package dev.assay.tenants.directory;

import dev.assay.tenancy.scope.InnerScope;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * For whom an account stands, across tenants: ids and states, read in the directory's role, which
 * sees no names.
 */
@ApplicationScoped
public class Accounts {

  /** Each MSP and the platform, so that every person is found by the index that MSPs lead. */
  private static final String NEEDED =
      """
      select exists (
        select from (select msp_id from msp union all select '00000000-0000-0000-0000-000000000000')
          as place
        join person p on p.msp_id = place.msp_id and p.subject = ?
        where place.msp_id is distinct from ? and not exists (
          select from person_transition t
          where t.msp_id = p.msp_id and t.person_id = p.id and t.state = 'DISABLED'
            and t.number = (
              select max(l.number) from person_transition l
              where l.msp_id = p.msp_id and l.person_id = p.id)))
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

  /** Whether somebody active anywhere signs in with this account, now. */
  public boolean needed(String subject) {
    return neededBeside(null, subject);
  }

  /** Whether somebody active beside this MSP and its clients signs in with this account, now. */
  public boolean neededBeside(@Nullable UUID mspId, String subject) {
    return scopes.inTransaction(
        new TenantScope.Directory(), () -> readWhetherNeeded(mspId, subject));
  }

  /**
   * The MSP's clients at which a person holds grants that nobody has revoked, for the running
   * transaction.
   */
  public List<UUID> clientsWithGrantsOf(UUID mspId, UUID personId) {
    return inner.in(new TenantScope.Directory(), () -> readClients(mspId, personId));
  }

  private boolean readWhetherNeeded(@Nullable UUID beside, String subject) {
    try (Connection connection = dataSource.getConnection();
        var select = connection.prepareStatement(NEEDED)) {
      select.setString(1, subject);
      select.setObject(2, beside, Types.OTHER);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
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
