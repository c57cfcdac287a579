package dev.assay.tenancy.scope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Takes one client's rows from one MSP to another, whole or not at all (docs/adr/0014). It works as
 * the service's role {@code transfer}, which may change the MSP of a row and nothing more; which
 * tables follow is what that role was granted.
 */
@ApplicationScoped
public class ClientMoves {

  /** A client on its way. */
  public record Move(UUID client, UUID from, UUID to) {}

  private static final String KNOWN_HOME =
      """
      insert into client_home (client_id, msp_id, since) values (?, ?, ?)
      on conflict (client_id) do update set msp_id = excluded.msp_id, since = excluded.since
        where client_home.since <= excluded.since
      """;

  private static final String TABLES =
      """
      select c.relname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'msp_id' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and has_column_privilege(c.oid, a.attnum, 'update')
      order by c.relname
      """;

  /** Looked up at use: a service that owns no rows has no data source. */
  private final Instance<DataSource> dataSource;

  private final Scopes scopes;
  private final ScopeBinding binding;

  ClientMoves(Instance<DataSource> dataSource, Scopes scopes, ScopeBinding binding) {
    this.dataSource = dataSource;
    this.scopes = scopes;
    this.binding = binding;
  }

  /**
   * Moves the client in the running transaction, which must end when this fails. What the parts
   * change must be flushed before they return.
   *
   * @param byHand tables of which {@code moving} takes along what follows, and leaves the rest
   * @param leaving runs first, in the client's scope at the MSP that it leaves
   * @param moving runs as the role transfer, just before the rows change their MSP
   * @param arriving runs last, in the client's scope at the MSP that it comes to
   * @throws MoveRefused when a row may not follow, with the constraint that it would break
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void move(
      Move move, Set<String> byHand, Runnable leaving, Runnable moving, Runnable arriving) {
    TenantScope before = scopes.current().orElseThrow(ScopeMissing::new);
    try {
      in(new TenantScope.Client(move.from(), move.client()), leaving);
      binding.bindToMove(move.client(), move.to());
      execute("set constraints all deferred");
      moving.run();
      for (String table : tables()) {
        if (!byHand.contains(table)) {
          changeMsp(table, move.to());
        }
      }
      in(new TenantScope.Client(move.to(), move.client()), arriving);
      execute("set constraints all immediate");
      binding.bind(before);
    } catch (SQLException refused) {
      throw new MoveRefused(refused);
    }
  }

  /**
   * Takes this service's rows of the client to the MSP that it has come to, in the running
   * transaction of the client's scope there.
   *
   * @return false when this service knows of a later move, and has changed nothing
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean arrived(UUID client, UUID msp, Instant since) {
    try {
      if (!isLatest(client, msp, since)) {
        return false;
      }
      binding.bindToMove(client, msp);
      for (String table : tables()) {
        changeMsp(table, msp);
      }
      binding.bind(new TenantScope.Client(msp, client));
      return true;
    } catch (SQLException refused) {
      throw new MoveRefused(refused);
    }
  }

  private boolean isLatest(UUID client, UUID msp, Instant since) throws SQLException {
    try (Connection connection = dataSource.get().getConnection();
        var insert = connection.prepareStatement(KNOWN_HOME)) {
      insert.setObject(1, client);
      insert.setObject(2, msp);
      insert.setObject(3, since.atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    }
  }

  /** Whether there is anything here that could move. */
  public boolean keepsRows() {
    return dataSource.isResolvable();
  }

  private void in(TenantScope scope, Runnable work) throws SQLException {
    binding.bind(scope);
    ScopedValue.where(Scopes.DECLARED, scope).run(work);
  }

  private List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = dataSource.get().getConnection();
        var select = connection.prepareStatement(TABLES);
        var row = select.executeQuery()) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  /** The policy leaves the one client's rows. */
  private void changeMsp(String table, UUID to) throws SQLException {
    String sql = "update \"%s\" set msp_id = ? where msp_id <> ?".formatted(table);
    try (Connection connection = dataSource.get().getConnection();
        var update = connection.prepareStatement(sql)) {
      update.setObject(1, to);
      update.setObject(2, to);
      update.executeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.get().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
