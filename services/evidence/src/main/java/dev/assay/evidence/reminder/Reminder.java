package dev.assay.evidence.reminder;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A reminder that fell due; written by the worker alone. */
@Entity
@Immutable
@Table(name = "evidence_request_reminder")
@SuppressWarnings("NullAway.Init") // Hibernate fills it.
class Reminder {

  @Id private UUID id;
  private UUID clientId;
  private UUID requestId;
  private UUID assigneePersonId;
  private LocalDate dueOn;
  private int offsetDays;
  private String ruleSet;
  private Instant at;

  protected Reminder() {}

  UUID id() {
    return id;
  }

  UUID clientId() {
    return clientId;
  }

  UUID requestId() {
    return requestId;
  }

  UUID assigneePersonId() {
    return assigneePersonId;
  }

  LocalDate dueOn() {
    return dueOn;
  }

  /** Days from the due day; negative before it. */
  int offsetDays() {
    return offsetDays;
  }

  String ruleSet() {
    return ruleSet;
  }

  Instant at() {
    return at;
  }
}
