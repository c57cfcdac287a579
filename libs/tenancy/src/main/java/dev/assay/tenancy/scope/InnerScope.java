package dev.assay.tenancy.scope;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.util.function.Supplier;

/**
 * Lets one transaction do a part of its work in another scope than it began in, where all of it
 * must happen or none: an MSP's at one of its clients, anybody's in the directory. Whatever an
 * entity manager still holds back must be flushed before, and inside.
 */
@ApplicationScoped
public class InnerScope {

  private final Scopes scopes;
  private final ScopeBinding binding;

  InnerScope(Scopes scopes, ScopeBinding binding) {
    this.scopes = scopes;
    this.binding = binding;
  }

  /**
   * Does this work of the running transaction in another scope, then goes on in its own.
   *
   * @return what {@code work} returns; its exceptions pass through and undo the whole transaction
   * @throws IllegalArgumentException when the scope does not lie inside the transaction's own
   * @throws ScopeMissing when no transaction runs in a scope
   */
  public <T> T in(TenantScope inner, Supplier<T> work) {
    TenantScope own = scopes.current().orElseThrow(ScopeMissing::new);
    if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
      throw new ScopeMissing();
    }
    if (!liesInside(own, inner)) {
      throw new IllegalArgumentException(inner + " does not lie inside " + own);
    }
    try {
      binding.rebind(inner);
      T done = scopes.whileDeclared(inner, work);
      binding.rebind(own);
      return done;
    } catch (RuntimeException failed) {
      QuarkusTransaction.setRollbackOnly();
      throw failed;
    }
  }

  /**
   * Does a part of the running transaction over all rows of its client, where the caller sees only
   * their own: for a sum such as a quota, never for what is shown or changed.
   */
  public <T> T overWholeClient(Supplier<T> work) {
    TenantScope.Client own = scopes.client();
    if (own.only() == null) {
      return work.get();
    }
    binding.rebind(own.whole());
    T done = scopes.whileDeclared(own.whole(), work);
    binding.rebind(own);
    return done;
  }

  private static boolean liesInside(TenantScope own, TenantScope inner) {
    return switch (inner) {
      case TenantScope.Client client ->
          own instanceof TenantScope.Msp msp && msp.mspId().equals(client.mspId());
      case TenantScope.Directory() -> true;
      case TenantScope.Msp msp -> false;
      case TenantScope.Fleet fleet -> false;
      case TenantScope.Portfolio portfolio -> false;
      case TenantScope.Platform() -> false;
    };
  }
}
