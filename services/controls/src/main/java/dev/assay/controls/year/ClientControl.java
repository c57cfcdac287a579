package dev.assay.controls.year;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * One library control in one fiscal year of a client. Its row is the lock that all changes around
 * it take, and its version counts them all, conclusions and reviews included.
 */
@Entity
@DynamicUpdate
@Table(name = "client_control")
public class ClientControl {

  @Id UUID id;

  @Column(updatable = false)
  int fiscalYear;

  @Column(updatable = false)
  String controlId;

  @Column(updatable = false)
  String libraryVersion;

  @Nullable UUID ownerPersonId;
  @Nullable UUID operatorPersonId;
  @Nullable UUID reviewerPersonId;
  @Nullable LocalDate dueOn;
  Instant changedAt;
  @Version long version;

  @SuppressWarnings("NullAway.Init")
  protected ClientControl() {}

  public UUID id() {
    return id;
  }

  public String controlId() {
    return controlId;
  }

  public int fiscalYear() {
    return fiscalYear;
  }

  public long version() {
    return version;
  }

  public @Nullable UUID operatorPersonId() {
    return operatorPersonId;
  }

  public Assignment assignment() {
    return new Assignment(ownerPersonId, operatorPersonId, reviewerPersonId, dueOn);
  }

  /** Gives the control to these people. */
  public void assign(Assignment assignment, Instant at) {
    ownerPersonId = assignment.ownerPersonId();
    operatorPersonId = assignment.operatorPersonId();
    reviewerPersonId = assignment.reviewerPersonId();
    dueOn = assignment.dueOn();
    changed(at);
  }

  /** Something that belongs to the control changed, so whoever read it before read an old state. */
  public void changed(Instant at) {
    changedAt = at;
  }
}
