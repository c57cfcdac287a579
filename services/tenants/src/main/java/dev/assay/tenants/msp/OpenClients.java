package dev.assay.tenants.msp;

import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** How many clients an MSP still works for: a number, and nothing else of them. */
@ApplicationScoped
class OpenClients {

  private final Scopes scopes;
  private final EntityManager entities;

  OpenClients(Scopes scopes, EntityManager entities) {
    this.scopes = scopes;
    this.entities = entities;
  }

  long count(UUID msp) {
    return scopes.inTransaction(
        new TenantScope.Fleet(msp),
        () ->
            (Long)
                entities
                    .createNativeQuery(
                        "select count(*) from client where status <> 'CLOSED'", Long.class)
                    .getSingleResult());
  }
}
