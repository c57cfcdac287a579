package dev.assay.evidence.custody;

import java.time.Instant;
import java.util.UUID;

/**
 * Where an event stands among all events of some items. Total: no two events have the same place.
 *
 * @param rank what comes first of things of the same moment: the life of a file before what the
 *     audit trail alone tells
 * @param key the telling row's key
 */
public record CustodyPlace(UUID item, Instant at, int rank, String key) {

  /** Before every event. */
  public static final CustodyPlace START = new CustodyPlace(new UUID(0, 0), Instant.EPOCH, -1, "");

  /** Within one item, as a cursor carries it. */
  String asCursor() {
    return at + " " + rank + " " + key;
  }

  /** The place that a cursor carries; throws what a forged one deserves. */
  static CustodyPlace parse(UUID item, String cursor) {
    String[] parts = cursor.split(" ", 3);
    Instant at = Instant.parse(parts[0]);
    if (at.isBefore(Instant.EPOCH) || at.isAfter(CustodyTrail.EVER)) {
      throw new IllegalArgumentException("nothing happened then");
    }
    return new CustodyPlace(item, at, Integer.parseInt(parts[1]), parts[2]);
  }
}
