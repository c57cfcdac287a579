package dev.assay.controls.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Which years' scopes somebody approved. */
@ApplicationScoped
class ScopeApprovals {

  private final EntityManager entities;

  ScopeApprovals(EntityManager entities) {
    this.entities = entities;
  }

  boolean approved(int fiscalYear) {
    return (Boolean)
        entities
            .createNativeQuery(
                "select exists (select from scope_approval where fiscal_year = ?1)", Boolean.class)
            .setParameter(1, fiscalYear)
            .getSingleResult();
  }
}
