package dev.assay.tenants.applicability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the client in scope is and was; the latest version counts. */
@ApplicationScoped
class EntityKinds {

  /** The version that counts, null when none was entered, with its periods by their first day. */
  record Latest(@Nullable EntityKindsVersion version, List<EntityKindPeriod> periods) {
    int number() {
      return version == null ? 0 : version.version;
    }
  }

  private final EntityManager entities;

  EntityKinds(EntityManager entities) {
    this.entities = entities;
  }

  Latest latest() {
    EntityKindsVersion version =
        entities
            .createQuery(
                "from EntityKindsVersion v order by v.version desc", EntityKindsVersion.class)
            .setMaxResults(1)
            .getResultStream()
            .findFirst()
            .orElse(null);
    if (version == null) {
      return new Latest(null, List.of());
    }
    List<EntityKindPeriod> periods =
        entities
            .createQuery(
                "from EntityKindRow k where k.versionId = :version order by k.validFrom, k.id",
                EntityKindRow.class)
            .setParameter("version", version.id)
            .getResultStream()
            .map(EntityKindRow::period)
            .toList();
    return new Latest(version, periods);
  }

  void add(EntityKindsVersion version, List<EntityKindRow> rows) {
    entities.persist(version);
    entities.flush();
    rows.forEach(entities::persist);
    entities.flush();
  }
}
