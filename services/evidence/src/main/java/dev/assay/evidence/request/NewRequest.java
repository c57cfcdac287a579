package dev.assay.evidence.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that is about to be raised.
 *
 * @param seriesId the series that raises it; null when a person does
 * @param controlTestId the control test that it is for, in {@code controls}
 * @param raisedByPersonId null when a series raises it
 */
public record NewRequest(
    UUID id,
    @Nullable UUID seriesId,
    @Nullable UUID controlTestId,
    Question question,
    LocalDate periodFrom,
    LocalDate periodTo,
    UUID assigneePersonId,
    DueDate due,
    String raisedBy,
    @Nullable UUID raisedByPersonId,
    Instant raisedAt) {

  /** What is asked, for which control. */
  public record Question(String controlId, String title, String asked) {}
}
