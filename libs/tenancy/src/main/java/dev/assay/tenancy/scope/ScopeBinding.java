package dev.assay.tenancy.scope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells PostgreSQL the scope at the begin of each transaction, on the transaction's own connection
 * and for that transaction only, so that nothing survives in the pool.
 */
@ApplicationScoped
class ScopeBinding {

  /** A connection that hangs here is given up within the two seconds that callers are promised. */
  private static final int BIND_TIMEOUT_MILLIS = 900;

  private static final Executor ON_CALLING_THREAD = Runnable::run;

  private static final String BIND =
      """
      select set_config('app.msp_id', ?, true), set_config('app.client_id', ?, true),
             set_config('app.client_ids', ?, true), set_config('role', ?, true),
             set_config('app.only_person', ?, true), set_config('app.only_subject', ?, true)
      """;

  /** Looked up at use: a service that owns no rows has no data source. */
  private final Instance<DataSource> dataSource;

  private final Scopes scopes;
  private final TransactionManager transactions;
  private final String service;

  ScopeBinding(
      Instance<DataSource> dataSource,
      Scopes scopes,
      TransactionManager transactions,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.dataSource = dataSource;
    this.scopes = scopes;
    this.transactions = transactions;
    this.service = service;
  }

  void onBegin(@Observes @Initialized(TransactionScoped.class) Object transaction) {
    try {
      bind(scopes.current().orElseThrow(ScopeMissing::new));
    } catch (SQLException | RuntimeException refused) {
      // begin() has already tied the transaction to this thread; nobody else would end it.
      rollback(refused);
      throw refused instanceof RuntimeException unchecked
          ? unchecked
          : new ScopeUnavailable((SQLException) refused);
    }
  }

  /** Tells the running transaction another scope. */
  void rebind(TenantScope scope) {
    try {
      bind(scope);
    } catch (SQLException refused) {
      throw new ScopeUnavailable(refused);
    }
  }

  /** Tells the running transaction's connection whose rows it sees from now on. */
  void bind(TenantScope scope) throws SQLException {
    Settings settings = Settings.of(scope, service);
    try (Connection connection = dataSource.get().getConnection()) {
      int timeout = connection.getNetworkTimeout();
      connection.setNetworkTimeout(ON_CALLING_THREAD, BIND_TIMEOUT_MILLIS);
      try (var statement = connection.prepareStatement(BIND)) {
        statement.setString(1, settings.mspId());
        statement.setString(2, settings.clientId());
        statement.setString(3, settings.clientIds());
        statement.setString(4, settings.role());
        statement.setString(5, settings.onlyPerson());
        statement.setString(6, settings.onlySubject());
        statement.execute();
      }
      connection.setNetworkTimeout(ON_CALLING_THREAD, timeout);
    }
  }

  private void rollback(Exception cause) {
    try {
      transactions.rollback();
    } catch (SystemException | RuntimeException failed) {
      cause.addSuppressed(failed);
    }
  }

  /** The settings that the policies read; {@code ''} is unset, and role {@code none} is our own. */
  private record Settings(
      String mspId,
      String clientId,
      String clientIds,
      String role,
      String onlyPerson,
      String onlySubject) {

    Settings(String mspId, String clientId, String clientIds, String role) {
      this(mspId, clientId, clientIds, role, "", "");
    }

    static Settings of(TenantScope scope, String service) {
      return switch (scope) {
        case TenantScope.Client(UUID msp, UUID client, TenantScope.OnlyOwn only) ->
            new Settings(
                msp.toString(),
                client.toString(),
                "",
                "none",
                only == null ? "" : only.personId().toString(),
                only == null ? "" : only.subject());
        case TenantScope.Msp(UUID msp) -> new Settings(msp.toString(), "", "", "none");
        case TenantScope.Fleet(UUID msp) ->
            new Settings(msp.toString(), "", "", service + "_fleet");
        case TenantScope.Portfolio portfolio ->
            new Settings(
                portfolio.mspId().toString(),
                "",
                portfolio.clientIds().stream()
                    .map(UUID::toString)
                    .collect(Collectors.joining(",", "{", "}")),
                service + "_portfolio");
        case TenantScope.Platform() ->
            new Settings(TenantScope.PLATFORM_ID.toString(), "", "", "none");
        case TenantScope.Directory() -> new Settings("", "", "", service + "_directory");
      };
    }
  }
}
