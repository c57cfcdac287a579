package dev.assay.tenants.person;

import dev.assay.tenancy.permission.Role.Side;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person or service account that can be granted roles; Keycloak knows it by its subject. */
@Entity
public class Person {

  /** Whether somebody or something signs in. */
  @Schema(name = "PersonKind")
  public enum Kind {
    PERSON,
    SERVICE_ACCOUNT
  }

  @Id UUID id;

  @Column(insertable = false, updatable = false)
  UUID mspId;

  @Column(insertable = false, updatable = false)
  @Nullable UUID clientId;

  String subject;
  String displayName;

  /** What the directory is sorted and searched by; PostgreSQL derives it. */
  @Column(insertable = false, updatable = false)
  @Nullable String sortName;

  @Enumerated(EnumType.STRING)
  Kind kind;

  Instant createdAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Person() {}

  Person(UUID id, UUID mspId, @Nullable UUID clientId, PersonRequest request, Instant createdAt) {
    this(id, mspId, clientId, request.subject(), request.displayName(), request.kind(), createdAt);
  }

  /** Somebody whom Keycloak knows by this subject. */
  public Person(
      UUID id,
      UUID mspId,
      @Nullable UUID clientId,
      String subject,
      String displayName,
      Kind kind,
      Instant createdAt) {
    this.id = id;
    this.mspId = mspId;
    this.clientId = clientId;
    this.subject = subject;
    this.displayName = displayName.strip();
    this.kind = kind;
    this.createdAt = createdAt;
  }

  public UUID id() {
    return id;
  }

  public String subject() {
    return subject;
  }

  public String displayName() {
    return displayName;
  }

  public Kind kind() {
    return kind;
  }

  /** The client or the MSP that this person belongs to, or the platform's reserved id. */
  public UUID scopeId() {
    return clientId == null ? mspId : clientId;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Whether this is what the request says of them. */
  public boolean isDescribedBy(PersonRequest request) {
    return subject.equals(request.subject())
        && displayName.equals(request.displayName().strip())
        && kind == request.kind();
  }

  /** For whom this person works. */
  public Side side() {
    if (clientId != null) {
      return Side.CLIENT;
    }
    return mspId.equals(TenantScope.PLATFORM_ID) ? Side.PLATFORM : Side.MSP;
  }
}
