package dev.assay.tenants.person;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Somebody of an MSP that once worked for the client, as they were known when it left. */
@Entity
@Immutable
class FormerPerson {

  @Id UUID id;

  String displayName;

  @Enumerated(EnumType.STRING)
  Person.Kind kind;

  UUID formerMspId;
  Instant knownSince;
  Instant leftAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected FormerPerson() {}

  FormerPerson(Person person, Instant leftAt) {
    this.id = person.id;
    this.displayName = person.displayName;
    this.kind = person.kind;
    this.formerMspId = person.mspId;
    this.knownSince = person.createdAt;
    this.leftAt = leftAt;
  }
}
