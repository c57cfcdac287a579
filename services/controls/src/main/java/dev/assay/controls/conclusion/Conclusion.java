package dev.assay.controls.conclusion;

import dev.assay.controls.evidence.SealedFile;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What somebody concluded about a control, on which evidence. It is never changed or removed. */
@Entity
@Immutable
@Table(name = "conclusion")
class Conclusion {

  @Id UUID id;
  UUID clientControlId;
  int number;

  @Enumerated(EnumType.STRING)
  ConclusionStatus status;

  String reason;
  LocalDate concludedOn;
  UUID concludedByPersonId;
  @Nullable UUID operatorPersonId;
  Instant recordedAt;

  @ElementCollection
  @CollectionTable(name = "conclusion_evidence", joinColumns = @JoinColumn(name = "conclusion_id"))
  @OrderColumn(name = "position")
  @BatchSize(size = 200)
  List<EvidenceLink> evidence = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected Conclusion() {}

  /** By whom and when, in this control. */
  record Act(
      UUID id,
      UUID clientControlId,
      int number,
      UUID personId,
      @Nullable UUID operatorPersonId,
      Instant at) {}

  Conclusion(Act act, ConclusionRequest request, List<SealedFile> files) {
    this.id = act.id();
    this.clientControlId = act.clientControlId();
    this.number = act.number();
    this.status = request.status();
    this.reason = request.reason().strip();
    this.concludedOn = request.concludedOn();
    this.concludedByPersonId = act.personId();
    this.operatorPersonId = act.operatorPersonId();
    this.recordedAt = act.at();
    files.forEach(file -> evidence.add(new EvidenceLink(file)));
  }
}
