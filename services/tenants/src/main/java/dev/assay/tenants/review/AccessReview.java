package dev.assay.tenants.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A review of who had access at one moment; the listing and how it was made are frozen. */
@Entity
@Immutable
class AccessReview {

  @Id UUID id;

  @Column(insertable = false, updatable = false)
  UUID mspId;

  @Column(insertable = false, updatable = false)
  @Nullable UUID clientId;

  @Enumerated(EnumType.STRING)
  Coverage coverage;

  String ruleSet;
  String openedBy;
  Instant openedAt;
  LocalDate decideBy;
  LocalDate completeBy;
  String query;
  String parameters;
  int rowCount;
  String sha256;
  int grantsEver;
  int grantsRevoked;
  int grantsExpired;
  int grantsPending;
  int grantsScheduled;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected AccessReview() {}

  @SuppressWarnings("NullAway.Init") // The place is the scope's.
  AccessReview(
      UUID id,
      Coverage coverage,
      String ruleSet,
      String openedBy,
      Instant openedAt,
      LocalDate decideBy,
      LocalDate completeBy,
      String parameters,
      Population population,
      ReviewRows.Totals totals) {
    this.id = id;
    this.coverage = coverage;
    this.ruleSet = ruleSet;
    this.openedBy = openedBy;
    this.openedAt = openedAt;
    this.decideBy = decideBy;
    this.completeBy = completeBy;
    this.query = ReviewRows.IN_FORCE;
    this.parameters = parameters;
    this.rowCount = population.lines().size();
    this.sha256 = population.sha256();
    this.grantsEver = totals.ever();
    this.grantsRevoked = totals.revoked();
    this.grantsExpired = totals.expired();
    this.grantsPending = totals.pending();
    this.grantsScheduled = totals.scheduled();
  }
}
