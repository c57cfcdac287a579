package dev.assay.tenants.filer;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who entered the value that a field has.
 *
 * @param version the version that brought it
 */
public record FieldAuthor(
    @Schema(required = true, examples = "publicFloat") String field,
    @Schema(required = true) String enteredBy,
    @Schema(required = true) Instant enteredAt,
    @Schema(required = true) int version) {

  static FieldAuthor of(String field, FilerProfileVersion origin) {
    return new FieldAuthor(field, origin.enteredBy, origin.enteredAt, origin.version);
  }
}
