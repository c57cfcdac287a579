package dev.assay.tenants.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** An identifier of a client; only its withdrawal is ever written to it. */
@Entity
@DynamicUpdate
class ClientIdentifier {

  @Id UUID id;

  @Column(insertable = false, updatable = false)
  @Nullable UUID clientId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  Identifier.Kind kind;

  @Column(updatable = false)
  @Nullable String scheme;

  @Column(updatable = false)
  String value;

  @Column(updatable = false)
  String addedBy;

  @Column(updatable = false)
  Instant addedAt;

  @Nullable String withdrawnBy;
  @Nullable Instant withdrawnAt;
  @Nullable String withdrawalReason;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected ClientIdentifier() {}

  ClientIdentifier(UUID id, Identifier identifier, String addedBy, Instant addedAt) {
    this.id = id;
    this.kind = identifier.kind();
    this.scheme = identifier.scheme();
    this.value = identifier.value();
    this.addedBy = addedBy;
    this.addedAt = addedAt;
  }

  void withdraw(String by, Instant at, String reason) {
    this.withdrawnBy = by;
    this.withdrawnAt = at;
    this.withdrawalReason = reason.strip();
  }
}
