package dev.assay.tenants.system;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
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

  String name;

  @Enumerated(EnumType.STRING)
  Kind kind;

  @Enumerated(EnumType.STRING)
  Hosting hosting;

  String rationale;
  @Nullable String supports;
  Instant createdAt;

  @Version long version;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected InScopeSystem() {}

  @SuppressWarnings("NullAway.Init") // The rest comes with change().
  InScopeSystem(UUID id, Instant createdAt, SystemRequest request) {
    this.id = id;
    this.createdAt = createdAt;
    change(request);
  }

  void change(SystemRequest request) {
    this.name = request.name().strip();
    this.kind = request.kind();
    this.hosting = request.hosting();
    this.rationale = request.rationale();
    this.supports = request.supports();
  }
}
