package dev.assay.tenants.person;

import dev.assay.tenancy.permission.Role.Side;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person as those who work with them see them; the subject stays with those who sign in. */
public record PersonResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) String displayName,
    @Schema(required = true) Person.Kind kind,
    @Schema(required = true) Side side,
    @Schema(required = true) Instant createdAt) {

  static final String EXAMPLE =
      """
      {"id":"019aaf1e-7c00-7000-8000-000000000003","displayName":"Demo technician","kind":"PERSON",
       "side":"MSP","createdAt":"2026-11-23T10:00:00Z"}
      """;

  static final String PAGE_EXAMPLE = "{\"items\":[" + EXAMPLE + "],\"nextCursor\":null}";

  static PersonResponse of(Person person) {
    return new PersonResponse(
        person.id, person.displayName, person.kind, person.side(), person.createdAt);
  }
}
