package dev.assay.tenants.system;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A system that supports a significant account, so that its general controls are tested. */
@Entity
class InScopeSystem {

  @Schema(name = "SystemKind")
  enum Kind {
    APPLICATION,
    DATABASE,
    OPERATING_SYSTEM,
    NETWORK,
    CLOUD,
    END_USER_COMPUTING
  }

  /** Who runs the machines: the client, somebody for it, a cloud, or the application's vendor. */
  @Schema(name = "SystemHosting")
  enum Hosting {
    ON_PREMISES,
    HOSTED,
    CLOUD,
    SAAS
  }

  @Id UUID id;

  @Embedded SystemDescription description;

  /** The client or the MSP that the owner is a person of; with the owner it is the key. */
  @Nullable UUID ownerScopeId;

  Instant createdAt;

  /**
   * The number of the newest version, counted by us: a change that leaves the description as it is
   * makes a version too. Writers of one client's systems go one after the other.
   */
  long version;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected InScopeSystem() {}

  InScopeSystem(
      UUID id, Instant createdAt, SystemDescription description, @Nullable UUID ownerScopeId) {
    this.id = id;
    this.createdAt = createdAt;
    this.description = description;
    this.ownerScopeId = ownerScopeId;
  }

  /** Makes this the next version. */
  void put(SystemDescription description, @Nullable UUID ownerScopeId) {
    this.description = description;
    this.ownerScopeId = ownerScopeId;
    this.version++;
  }
}
