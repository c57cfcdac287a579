package dev.assay.tenants.invitation;

import dev.assay.tenancy.permission.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who was asked to come. */
@Entity
class Invitation {

  @Id UUID id;

  @Column(insertable = false, updatable = false)
  UUID mspId;

  @Column(insertable = false, updatable = false)
  UUID scopeId;

  /** There as long as the invitation is open. */
  @Nullable String mail;

  @Column(updatable = false)
  String mailHash;

  @Column(updatable = false)
  String displayName;

  /** What they are meant to be; an invitation grants nothing. */
  @Column(updatable = false)
  @Enumerated(EnumType.STRING)
  Role role;

  @Column(updatable = false)
  String invitedBy;

  @Column(updatable = false)
  Instant invitedAt;

  Instant expiresAt;

  /** Who they are here, once Keycloak knows them. */
  @Nullable UUID personId;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Invitation() {}

  Invitation(
      UUID id,
      UUID mspId,
      UUID scopeId,
      MailAddress mail,
      String mailHash,
      InvitationRequest request,
      String invitedBy,
      Instant invitedAt,
      Instant expiresAt) {
    this.id = id;
    this.mspId = mspId;
    this.scopeId = scopeId;
    this.mail = mail.value();
    this.mailHash = mailHash;
    this.displayName = request.displayName().strip();
    this.role = request.role();
    this.invitedBy = invitedBy;
    this.invitedAt = invitedAt;
    this.expiresAt = expiresAt;
  }

  /** Whether nothing has ended it. Its time may be over: then a worker ends it next. */
  boolean isOpen() {
    return mail != null;
  }
}
