package dev.assay.tenancy.scope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Takes a transaction that is in an MSP's scope into the scope of one client after the other, for
 * work on many clients that must be done whole or not at all. It never reaches another MSP's.
 */
@ApplicationScoped
public class ClientsInTurn {

  private final Scopes scopes;
  private final ScopeBinding binding;

  ClientsInTurn(Scopes scopes, ScopeBinding binding) {
    this.scopes = scopes;
    this.binding = binding;
  }

  /**
   * Runs {@code work} in the running transaction, in this client's scope; then the MSP's holds
   * again. What {@code work} changes must be flushed before it returns.
   *
   * @throws IllegalStateException when the running scope is not that of the client's MSP
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public <T> T in(TenantScope.Client client, Supplier<T> work) {
    if (!(scopes.current().orElse(null) instanceof TenantScope.Msp msp)
        || !msp.mspId().equals(client.mspId())) {
      throw new IllegalStateException("a client is entered from its own MSP's scope");
    }
    bind(client);
    T result = ScopedValue.where(Scopes.DECLARED, client).call(work::get);
    // Not after a failure: the transaction ends with it, and the settings end with the transaction.
    bind(msp);
    return result;
  }

  private void bind(TenantScope scope) {
    try {
      binding.bind(scope);
    } catch (SQLException refused) {
      throw new ScopeUnavailable(refused);
    }
  }
}
