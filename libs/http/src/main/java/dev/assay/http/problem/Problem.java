package dev.assay.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An RFC 9457 problem document as it goes over the wire. */
@Schema(name = "Problem", description = "What went wrong, and what to change (RFC 9457).")
public record Problem(
    @Schema(required = true, examples = "/problems/not-found") String type,
    @Schema(required = true, examples = "Nothing here that you may see") String title,
    @Schema(required = true, examples = "404") int status,
    @Schema(required = true) String detail,
    @Schema(required = true, description = "Quote it when you ask for help.") String requestId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(ProblemException thrown, String requestId) {
    return new Problem(
        thrown.type().uri(),
        thrown.type().title(),
        thrown.type().status(),
        thrown.detail(),
        requestId,
        thrown.errors());
  }
}
