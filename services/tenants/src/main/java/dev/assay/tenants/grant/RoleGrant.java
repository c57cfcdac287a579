package dev.assay.tenants.grant;

import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.person.Person;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A role given to somebody in one place, for a time and a reason. Never changed. */
@Entity
@Immutable
class RoleGrant {

  @Id UUID id;

  @Column(insertable = false, updatable = false)
  UUID mspId;

  @Column(insertable = false, updatable = false)
  @Nullable UUID clientId;

  UUID personId;
  String subject;

  @Enumerated(EnumType.STRING)
  Role role;

  Instant validFrom;
  @Nullable Instant validUntil;
  String reason;
  boolean needsApproval;
  String grantedBy;
  Instant grantedAt;

  /** The grant that this one follows. */
  @Nullable UUID extendsId;

  /** Who answers for the service account that holds it. */
  @Nullable UUID responsibleId;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected RoleGrant() {}

  RoleGrant(
      UUID id,
      GrantPlaceIds place,
      Person person,
      GrantTerms terms,
      String grantedBy,
      Instant now) {
    this.id = id;
    this.mspId = place.mspId();
    this.clientId = place.clientId();
    this.personId = person.id();
    this.subject = person.subject();
    this.role = terms.role();
    this.validFrom = terms.validFrom();
    this.validUntil = terms.validUntil();
    this.reason = terms.reason();
    this.needsApproval = GrantRules.needsApproval(terms.role());
    this.extendsId = terms.extendsId();
    this.responsibleId = terms.responsibleId();
    this.grantedBy = grantedBy;
    this.grantedAt = now;
  }
}
