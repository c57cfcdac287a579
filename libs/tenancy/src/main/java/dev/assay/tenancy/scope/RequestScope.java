package dev.assay.tenancy.scope;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scope that the permission check declared for this request. */
@RequestScoped
class RequestScope {

  private @Nullable TenantScope scope;

  void declare(TenantScope declared) {
    this.scope = declared;
  }

  Optional<TenantScope> declared() {
    return Optional.ofNullable(scope);
  }
}
