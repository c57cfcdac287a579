package dev.assay.tenants.system;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Something that happened to a system, in the client's one order. Never changed. */
@Entity
@Immutable
@Table(name = "in_scope_system_change")
class SystemChange {

  @Id UUID id;
  long position;
  UUID systemId;

  /** The version that it made; null when it left scope alone. */
  @Nullable Long number;

  @Enumerated(EnumType.STRING)
  ChangeKind kind;

  LocalDate effectiveOn;
  @Nullable String description;
  @Nullable UUID replacedBy;
  String recordedBy;
  UUID recordedByPersonId;
  Instant recordedAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected SystemChange() {}

  SystemChange(
      UUID id, long position, UUID systemId, @Nullable Long number, Happening what, Actor by) {
    this.id = id;
    this.position = position;
    this.systemId = systemId;
    this.number = number;
    this.kind = what.kind();
    this.effectiveOn = what.effectiveOn();
    this.description = what.description();
    this.replacedBy = what.replacedBy();
    this.recordedBy = by.subject();
    this.recordedByPersonId = by.personId();
    this.recordedAt = by.at();
  }

  /** What happened, from when, in words. */
  record Happening(
      ChangeKind kind,
      LocalDate effectiveOn,
      @Nullable String description,
      @Nullable UUID replacedBy) {}
}
