package dev.assay.tenants.person;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody who worked for the client at an MSP that it has left.
 *
 * @param formerMspId that MSP
 * @param leftAt when the client left it
 */
@Schema(name = "FormerPerson")
public record FormerPersonResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) String displayName,
    @Schema(required = true) Person.Kind kind,
    @Schema(required = true) UUID formerMspId,
    @Schema(required = true) Instant leftAt) {

  static final String PAGE_EXAMPLE =
      """
      {"items":[{"id":"019aaf1e-7c00-7000-8000-000000000003","displayName":"Demo technician",
       "kind":"PERSON","formerMspId":"019aaf1e-7c00-7000-8000-000000000001",
       "leftAt":"2027-01-31T00:00:00Z"}],"nextCursor":null}
      """;

  static FormerPersonResponse of(FormerPerson person) {
    return new FormerPersonResponse(
        person.id, person.displayName, person.kind, person.formerMspId, person.leftAt);
  }
}
