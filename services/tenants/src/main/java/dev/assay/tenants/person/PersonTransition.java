package dev.assay.tenants.person;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One step in what became of a person; steps are numbered and alternate. */
@Entity
@Immutable
@IdClass(PersonTransition.Key.class)
public class PersonTransition {

  /** Why a person was disabled or is active again. */
  @Schema(name = "PersonTransitionCause")
  public enum Cause {
    DEPARTURE(PersonState.DISABLED),
    INVITATION_WITHDRAWN(PersonState.DISABLED),
    INVITATION_EXPIRED(PersonState.DISABLED),
    REINSTATEMENT(PersonState.ACTIVE);

    private final PersonState state;

    Cause(PersonState state) {
      this.state = state;
    }

    PersonState state() {
      return state;
    }
  }

  /** Each step of a person happens once. */
  record Key(UUID personId, int number) implements Serializable {}

  @Id UUID personId;
  @Id int number;

  @Enumerated(EnumType.STRING)
  PersonState state;

  @Enumerated(EnumType.STRING)
  Cause cause;

  @Nullable LocalDate lastDay;
  String decidedBy;
  Instant decidedAt;
  String reason;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected PersonTransition() {}

  PersonTransition(
      UUID personId,
      int number,
      Cause cause,
      @Nullable LocalDate lastDay,
      String decidedBy,
      Instant decidedAt,
      String reason) {
    this.personId = personId;
    this.number = number;
    this.state = cause.state();
    this.cause = cause;
    this.lastDay = lastDay;
    this.decidedBy = decidedBy;
    this.decidedAt = decidedAt;
    this.reason = reason.strip();
  }

  public PersonState state() {
    return state;
  }

  public Cause cause() {
    return cause;
  }

  public @Nullable LocalDate lastDay() {
    return lastDay;
  }

  public String decidedBy() {
    return decidedBy;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public String reason() {
    return reason;
  }
}
