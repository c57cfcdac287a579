package dev.assay.tenants.person;

import dev.assay.tenancy.permission.Role.Side;
import dev.assay.tenants.provisioning.ProvisioningStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person as those who work with them see them; the subject stays with those who sign in.
 *
 * @param stateSince when they were made known, disabled or reinstated
 * @param provisioning whether their account at Keycloak is as was decided here
 */
public record PersonResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) String displayName,
    @Schema(required = true) Person.Kind kind,
    @Schema(required = true) Side side,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true) PersonState state,
    @Schema(required = true) Instant stateSince,
    @Schema(required = true) ProvisioningStatus provisioning) {

  /** For the document. */
  public static final String EXAMPLE =
      """
      {"id":"019aaf1e-7c00-7000-8000-000000000003","displayName":"Demo technician","kind":"PERSON",
       "side":"MSP","createdAt":"2026-11-23T10:00:00Z","state":"ACTIVE",
       "stateSince":"2026-11-23T10:00:00Z",
       "provisioning":{"state":"DONE","since":"2026-11-23T10:00:00Z"}}
      """;

  static final String PAGE_EXAMPLE = "{\"items\":[" + EXAMPLE + "],\"nextCursor\":null}";

  static PersonResponse of(
      Person person, @Nullable PersonTransition last, @Nullable ProvisioningStatus provisioning) {
    return new PersonResponse(
        person.id,
        person.displayName,
        person.kind,
        person.side(),
        person.createdAt,
        last == null ? PersonState.ACTIVE : last.state,
        last == null ? person.createdAt : last.decidedAt,
        provisioning == null ? ProvisioningStatus.done(person.createdAt) : provisioning);
  }
}
