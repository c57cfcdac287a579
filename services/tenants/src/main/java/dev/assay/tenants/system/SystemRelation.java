package dev.assay.tenants.system;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What one version of a system rests on. Never changed. */
@Entity
@Immutable
@Table(name = "in_scope_system_relation")
@IdClass(SystemRelation.Key.class)
class SystemRelation {

  enum Kind {
    RUNS_ON,
    STORES_DATA_IN
  }

  /** One system may run on another and store data in it too. */
  record Key(UUID systemId, long number, Kind kind, UUID otherId) implements Serializable {}

  @Id UUID systemId;
  @Id long number;

  @Id
  @Enumerated(EnumType.STRING)
  Kind kind;

  @Id UUID otherId;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected SystemRelation() {}

  SystemRelation(InScopeSystem system, Kind kind, UUID otherId) {
    this.systemId = system.id;
    this.number = system.version;
    this.kind = kind;
    this.otherId = otherId;
  }
}
