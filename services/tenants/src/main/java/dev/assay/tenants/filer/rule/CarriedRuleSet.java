package dev.assay.tenants.filer.rule;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An adopted rule set whose consequences all clients show. */
@Entity
@Immutable
@Table(name = "filer_rule_carried")
class CarriedRuleSet {

  @Id UUID ruleSetId;
  Instant carriedAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected CarriedRuleSet() {}
}
