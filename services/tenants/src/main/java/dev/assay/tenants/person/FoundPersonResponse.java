package dev.assay.tenants.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenancy.permission.Role.Side;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person as the directory of an MSP shows them.
 *
 * @param clientId the client they are of; absent for the MSP's own people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FoundPerson")
public record FoundPersonResponse(
    @Schema(required = true) UUID id,
    @Nullable UUID clientId,
    @Schema(required = true) String displayName,
    @Schema(required = true) Person.Kind kind,
    @Schema(required = true) Side side) {

  static final String PAGE_EXAMPLE =
      """
      {"items":[{"id":"019aaf1e-7c00-7000-8000-000000000003",
       "clientId":"019aaf1e-7c00-7000-8000-000000000002","displayName":"Demo controller",
       "kind":"PERSON","side":"CLIENT"}],"nextCursor":null}
      """;

  static FoundPersonResponse of(Person person) {
    return new FoundPersonResponse(
        person.id, person.clientId, person.displayName, person.kind, person.side());
  }
}
