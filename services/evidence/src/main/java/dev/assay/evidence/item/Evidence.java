package dev.assay.evidence.item;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.annotations.UuidGenerator.Style;
import org.jspecify.annotations.Nullable;

/** An item of evidence: what it shows, for which control and dates, and how it was obtained. */
@Entity
@Immutable
@Table(name = "evidence")
@SuppressWarnings("NullAway.Init") // Hibernate fills it.
class Evidence {

  @Id
  @UuidGenerator(style = Style.VERSION_7)
  private UUID id;

  /** The database's: read where a list reaches over many owners. */
  @Column(name = "client_id", insertable = false, updatable = false)
  private UUID ownerId;

  private String title;

  @Column(name = "title_folded", insertable = false, updatable = false)
  private String titleFolded;

  private String controlId;
  private LocalDate periodFrom;
  private LocalDate periodTo;
  private String sourceSystem;
  private @Nullable String obtainedHow;
  @Embedded private @Nullable HowObtained informationProduced;
  private String addedBy;
  private Instant arrivedAt;

  protected Evidence() {}

  Evidence(EvidenceRequest request, String addedBy, Instant arrivedAt) {
    this.title = request.title();
    this.controlId = request.controlId();
    this.periodFrom = request.periodFrom();
    this.periodTo = request.periodTo();
    this.sourceSystem = request.sourceSystem();
    this.obtainedHow = request.obtainedHow();
    this.informationProduced = request.informationProduced();
    this.addedBy = addedBy;
    this.arrivedAt = arrivedAt;
  }

  UUID id() {
    return id;
  }

  /** Whose it is; only of items that were read. */
  UUID ownerId() {
    return ownerId;
  }

  String title() {
    return title;
  }

  String controlId() {
    return controlId;
  }

  /** The dates that the evidence covers, whenever it arrived. */
  LocalDate periodFrom() {
    return periodFrom;
  }

  LocalDate periodTo() {
    return periodTo;
  }

  String sourceSystem() {
    return sourceSystem;
  }

  Optional<String> obtainedHow() {
    return Optional.ofNullable(obtainedHow);
  }

  Optional<HowObtained> informationProduced() {
    return Optional.ofNullable(informationProduced);
  }

  /** Subject of whoever entered it. */
  String addedBy() {
    return addedBy;
  }

  Instant arrivedAt() {
    return arrivedAt;
  }
}
