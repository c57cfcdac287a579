package dev.assay.evidence.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.http.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How information produced by the entity (IPE) was obtained, so that its completeness and accuracy
 * can be tested (AS 1105.10; rulebook 5.4).
 *
 * @param query what was run, word for word, or the report's name and version
 * @param parameters what it was run with
 * @param runBy a subject or a job's name; never a person's name
 * @param runAt when it ran
 * @param rowCount how many rows it gave
 */
@Schema(name = "InformationProduced")
@Embeddable
record HowObtained(
    @NotBlank
        @Size(max = 8000)
        @Pattern(regexp = "[^\\x00]*", message = "The character NUL is not text.")
        @Schema(required = true, examples = "select * from users where realm = :realm")
        @Column(name = "ipe_query")
        String query,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Size(min = 1, max = 8000)
        @Pattern(regexp = "[^\\x00]*", message = "The character NUL is not text.")
        @Schema(nullable = true, examples = "realm=assay")
        @Column(name = "ipe_parameters")
        @Nullable String parameters,
    @NotBlank
        @Size(max = 200)
        @Pattern(regexp = EvidenceRequest.PRINTABLE, message = EvidenceRequest.PRINTABLE_MESSAGE)
        @Schema(
            required = true,
            description = "Subject or job that ran it; no person's name.",
            examples = "nightly-export")
        @Column(name = "ipe_run_by")
        String runBy,
    @NotNull @Schema(required = true) @Column(name = "ipe_run_at") Instant runAt,
    @NotNull
        @PositiveOrZero
        @Schema(required = true, examples = "9")
        @Column(name = "ipe_row_count")
        Long rowCount) {

  /** What has not run yet has produced nothing. */
  void requireRunBefore(Instant now) {
    if (runAt.isAfter(now)) {
      throw ProblemException.invalid("/informationProduced/runAt", "It has not run yet.");
    }
  }
}
