package dev.assay.controls.year;

import dev.assay.controls.library.Domain;
import dev.assay.controls.library.Risk;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Where a control stands: a view over its row, its conclusions and their reviews. */
@Entity
@Immutable
@Table(name = "control_standing")
public class ControlStanding {

  @Id UUID id;
  int fiscalYear;
  String controlId;
  String libraryVersion;

  @Enumerated(EnumType.STRING)
  Domain domain;

  boolean key;

  @Enumerated(EnumType.STRING)
  Risk risk;

  @Nullable UUID ownerPersonId;
  @Nullable UUID operatorPersonId;
  @Nullable UUID reviewerPersonId;
  @Nullable LocalDate dueOn;
  long version;
  UUID[] systemIds;

  @Enumerated(EnumType.STRING)
  ControlStatus status;

  @Nullable UUID conclusionId;
  int evidenceCount;
  @Nullable UUID waitingConclusionId;

  @SuppressWarnings("NullAway.Init")
  protected ControlStanding() {}

  public String controlId() {
    return controlId;
  }

  public String libraryVersion() {
    return libraryVersion;
  }

  public boolean key() {
    return key;
  }

  public Risk risk() {
    return risk;
  }

  public ControlStatus status() {
    return status;
  }

  public @Nullable UUID ownerPersonId() {
    return ownerPersonId;
  }

  public @Nullable LocalDate dueOn() {
    return dueOn;
  }

  public boolean awaitingReview() {
    return waitingConclusionId != null;
  }

  public @Nullable UUID conclusionId() {
    return conclusionId;
  }

  public int evidenceCount() {
    return evidenceCount;
  }

  public long version() {
    return version;
  }
}
