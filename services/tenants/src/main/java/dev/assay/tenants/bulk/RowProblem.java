package dev.assay.tenants.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.http.problem.FieldError;
import dev.assay.http.problem.ProblemException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a row was not taken, as the operation for one client or person would say it. */
@Schema(name = "ImportRowProblem")
public record RowProblem(
    @Schema(required = true, examples = "/problems/invalid-request") String type,
    @Schema(required = true) String title,
    @Schema(required = true) int status,
    @Schema(required = true) String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RowFieldError> errors) {

  /**
   * One field that breaks a rule.
   *
   * @param pointer JSON Pointer (RFC 6901) into the row
   */
  @Schema(name = "ImportRowFieldError")
  public record RowFieldError(
      @Schema(required = true) String pointer, @Schema(required = true) String detail) {
    static RowFieldError of(FieldError error) {
      return new RowFieldError(error.pointer(), error.detail());
    }
  }

  static RowProblem of(ProblemException thrown) {
    return new RowProblem(
        thrown.type().uri(),
        thrown.type().title(),
        thrown.type().status(),
        thrown.detail(),
        thrown.errors().stream().map(RowFieldError::of).toList());
  }
}
