package dev.assay.evidence.drill;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A drill as it stands now: read from the view over its rows. */
@Entity
@Immutable
@Table(name = "evidence_drill_current")
@SuppressWarnings("NullAway.Init") // Hibernate fills it.
class Drill {

  @Id private UUID id;
  private int sampleSize;
  private String seed;
  private @Nullable String controlId;
  private @Nullable LocalDate periodFrom;
  private @Nullable LocalDate periodTo;
  private Instant asOf;
  private String askedBy;
  private Instant askedAt;
  private @Nullable LocalDate beginsOn;
  private @Nullable Instant dueAt;
  private @Nullable String algorithm;
  private @Nullable Integer population;
  private @Nullable String populationSha256;
  private @Nullable Instant drawnAt;
  private int checked;
  private int differing;

  @Enumerated(EnumType.STRING)
  private @Nullable Outcome outcome;

  private @Nullable Instant endedAt;
  private @Nullable String sha256;
  private @Nullable String signature;
  private @Nullable String keyId;
  private @Nullable String publicKey;
  private @Nullable UUID evidenceId;
  private @Nullable UUID fileId;

  protected Drill() {}

  /**
   * The draw as it was taken down.
   *
   * @param files how many the sample has
   */
  record Drawing(
      String algorithm, int population, String populationSha256, int files, Instant at) {}

  /** The end of a drill, and where its signed document is. */
  record Result(Outcome outcome, Instant at, Signed signed, UUID evidenceId, UUID fileId) {}

  UUID id() {
    return id;
  }

  int sampleSize() {
    return sampleSize;
  }

  /** 32 bytes in lower-case hexadecimal. */
  String seed() {
    return seed;
  }

  DrillScope scope() {
    return new DrillScope(controlId, periodFrom, periodTo, asOf);
  }

  String askedBy() {
    return askedBy;
  }

  Instant askedAt() {
    return askedAt;
  }

  /** The day of the schedule that it is of. */
  Optional<LocalDate> beginsOn() {
    return Optional.ofNullable(beginsOn);
  }

  Optional<Instant> dueAt() {
    return Optional.ofNullable(dueAt);
  }

  Optional<Drawing> drawing() {
    return algorithm == null || population == null || populationSha256 == null || drawnAt == null
        ? Optional.empty()
        : Optional.of(
            new Drawing(
                algorithm,
                population,
                populationSha256,
                Math.min(sampleSize, population),
                drawnAt));
  }

  /** Files fetched so far. */
  int checked() {
    return checked;
  }

  /** Of those, files that are not as the vault says. */
  int differing() {
    return differing;
  }

  Optional<Result> result() {
    return outcome == null
            || endedAt == null
            || sha256 == null
            || signature == null
            || keyId == null
            || publicKey == null
            || evidenceId == null
            || fileId == null
        ? Optional.empty()
        : Optional.of(
            new Result(
                outcome,
                endedAt,
                new Signed(sha256, signature, keyId, publicKey),
                evidenceId,
                fileId));
  }

  DrillState state() {
    return DrillState.of(drawnAt != null, outcome);
  }

  /** Whether it had to have ended by now, and had not. */
  boolean isOverdue(Instant now) {
    return dueAt != null && !now.isBefore(dueAt) && (endedAt == null || !endedAt.isBefore(dueAt));
  }
}
