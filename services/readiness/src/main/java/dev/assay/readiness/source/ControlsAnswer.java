package dev.assay.readiness.source;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.assay.readiness.control.ControlStanding;
import dev.assay.readiness.control.ControlStatus;
import dev.assay.readiness.control.Risk;
import dev.assay.readiness.control.Severity;
import dev.assay.readiness.year.YearControl;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A year's readiness inputs as {@code controls} answers them: only the fields we read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ControlsAnswer(List<Control> controls, boolean scopingApproved) {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Control(
      String controlId,
      String title,
      boolean key,
      Risk risk,
      ControlStatus status,
      @Nullable Severity earlierSeverity,
      boolean awaitingReview,
      @Nullable UUID ownerPersonId,
      @Nullable LocalDate dueOn,
      @Nullable UUID conclusionId) {

    YearControl toYearControl() {
      return new YearControl(
          new ControlStanding(controlId, status, key, risk, earlierSeverity, awaitingReview),
          title,
          ownerPersonId,
          dueOn,
          conclusionId);
    }
  }
}
