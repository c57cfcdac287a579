package dev.assay.evidence.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A drill that failed, or one that had not ended when it had to. */
@Schema(name = "EvidenceDrillSignal")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Signal(
    @Schema(
            required = true,
            description = "Its place among all signals: give the last one you know as after.")
        String position,
    @Schema(required = true) Kind kind,
    @Schema(required = true, description = "When the drill ended, or had to have ended.")
        Instant at,
    @Schema(description = "Absent where nobody began the drill.") @Nullable UUID drillId,
    @Schema(description = "The day of the schedule; only of scheduled drills.")
        @Nullable LocalDate beginsOn,
    @Schema(description = "Item with the signed result; of FAILED only.") @Nullable UUID evidenceId,
    @Schema(description = "Files that are not as the vault says; of FAILED only.")
        @Nullable Integer differing) {

  /** What happened. */
  @Schema(name = "EvidenceDrillSignalKind")
  enum Kind {
    FAILED,
    MISSED
  }

  /**
   * Where a signal stands: by time, then by name.
   *
   * @param key kind and id, so that no two have the same place
   */
  record Place(Instant at, String key) implements Comparable<Place> {

    static final Place START = new Place(Instant.EPOCH, "");

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::at).thenComparing(Place::key);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      return at + "/" + key;
    }

    /** Throws what a forged one deserves. */
    static Place parse(String text) {
      String[] parts = text.split("/", 2);
      Instant at = Instant.parse(parts[0]);
      if (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
        throw new IllegalArgumentException("nothing happened then");
      }
      return new Place(at, parts[1]);
    }
  }

  static final String EXAMPLE =
      """
      {"position":"2026-11-23T10:15:44.300Z/FAILED/01932f3e-9a00-7c40-8a53-000000000021","kind":"FAILED","at":"2026-11-23T10:15:44.300Z","drillId":"01932f3e-9a00-7c40-8a53-000000000021","evidenceId":"01932f3e-9a00-7c40-8a53-000000000022","differing":1}
      """;

  static Signal failed(
      UUID drill, Instant at, @Nullable LocalDate beginsOn, UUID evidence, int differing) {
    return new Signal(
        new Place(at, Kind.FAILED + "/" + drill).toString(),
        Kind.FAILED,
        at,
        drill,
        beginsOn,
        evidence,
        differing);
  }

  static Signal missed(NewDrill.Due due, @Nullable UUID drill) {
    return new Signal(
        new Place(due.dueAt(), Kind.MISSED + "/" + due.beginsOn()).toString(),
        Kind.MISSED,
        due.dueAt(),
        drill,
        due.beginsOn(),
        null,
        null);
  }

  Place place() {
    return Place.parse(position);
  }
}
