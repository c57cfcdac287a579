package dev.assay.tenants.breakglass;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What became of broken glass: each step happens at most once. */
@Entity
@Immutable
@IdClass(BreakGlassTransition.Key.class)
class BreakGlassTransition {

  enum Step {
    /** Somebody closed it before its time was over. */
    ENDED,
    /** Somebody of the MSP says that they have seen it. */
    ACKNOWLEDGED
  }

  /** Each takes each step once. */
  record Key(UUID breakGlassId, Step step) implements Serializable {}

  @Id UUID breakGlassId;

  @Id
  @Enumerated(EnumType.STRING)
  Step step;

  /** Of the operator whose access it is; the database compares. */
  String subject;

  String decidedBy;
  Instant decidedAt;
  String reason;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected BreakGlassTransition() {}

  BreakGlassTransition(
      BreakGlass broken, Step step, String decidedBy, Instant decidedAt, String reason) {
    this.breakGlassId = broken.id;
    this.subject = broken.subject;
    this.step = step;
    this.decidedBy = decidedBy;
    this.decidedAt = decidedAt;
    this.reason = reason.strip();
  }
}
