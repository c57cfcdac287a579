package dev.assay.tenants.breakglass;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An operator's reading at one client. Never changed; what becomes of it are transitions. */
@Entity
@Immutable
class BreakGlass {

  @Id UUID id;

  @Column(insertable = false, updatable = false)
  UUID mspId;

  @Column(insertable = false, updatable = false)
  UUID clientId;

  String subject;
  UUID personId;
  String reason;
  String ruleSet;

  /** Which one of this operator's at this client it is; they form a chain. */
  int ordinal;

  @Nullable Instant previousRestsUntil;
  Instant validFrom;
  Instant validUntil;
  Instant restsUntil;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected BreakGlass() {}

  BreakGlass(
      UUID id, UUID mspId, UUID clientId, String subject, UUID personId, BreakGlassTerms terms) {
    this.id = id;
    this.mspId = mspId;
    this.clientId = clientId;
    this.subject = subject;
    this.personId = personId;
    this.reason = terms.reason();
    this.ruleSet = terms.ruleSet();
    this.ordinal = terms.ordinal();
    this.previousRestsUntil = terms.previousRestsUntil();
    this.validFrom = terms.validFrom();
    this.validUntil = terms.validUntil();
    this.restsUntil = terms.restsUntil();
  }
}
