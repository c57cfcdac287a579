package dev.assay.tenancy.scope;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Declares tenant scopes. A request's scope is declared by the permission check; everything else
 * declares its own with {@link #inTransaction}.
 */
@ApplicationScoped
public class Scopes {

  static final ScopedValue<TenantScope> DECLARED = ScopedValue.newInstance();

  private final RequestScope request;

  Scopes(RequestScope request) {
    this.request = request;
  }

  /**
   * Runs {@code work} in a new transaction of its own that sees this scope's rows.
   *
   * @return what {@code work} returns; its exceptions roll back and pass through
   */
  public <T> T inTransaction(TenantScope scope, Supplier<T> work) {
    return ScopedValue.where(DECLARED, scope)
        .call(() -> QuarkusTransaction.requiringNew().call(work::get));
  }

  /** As {@link #inTransaction(TenantScope, Supplier)}, for work without a result. */
  public void runInTransaction(TenantScope scope, Runnable work) {
    ScopedValue.where(DECLARED, scope).run(() -> QuarkusTransaction.requiringNew().run(work));
  }

  /** Runs {@code work} of the running transaction, which has been told this scope. */
  <T> T whileDeclared(TenantScope scope, Supplier<T> work) {
    return ScopedValue.where(DECLARED, scope).call(work::get);
  }

  /** Declares the scope of the current request; called by the permission check alone. */
  public void declareForRequest(TenantScope scope) {
    request.declare(scope);
  }

  /** The scope in force here, if one is declared. */
  public Optional<TenantScope> current() {
    if (DECLARED.isBound()) {
      return Optional.of(DECLARED.get());
    }
    return Arc.container().requestContext().isActive() ? request.declared() : Optional.empty();
  }

  /**
   * The client in whose scope we are.
   *
   * @throws ScopeMissing when the scope is not that of one client
   */
  public TenantScope.Client client() {
    if (current().orElse(null) instanceof TenantScope.Client client) {
      return client;
    }
    throw new ScopeMissing();
  }
}
