package dev.assay.evidence.drill;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A drill to be run.
 *
 * @param seed 32 bytes in lower-case hexadecimal
 * @param due when a schedule asks for it
 */
record NewDrill(
    UUID id,
    int sampleSize,
    String seed,
    DrillScope scope,
    String askedBy,
    Instant askedAt,
    @Nullable Due due) {

  /**
   * What a schedule asks for.
   *
   * @param beginsOn the day, in UTC, that it is of; each is drilled once
   * @param dueAt it is missed when it has not ended before
   */
  record Due(LocalDate beginsOn, Instant dueAt) {}
}
