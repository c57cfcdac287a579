package dev.assay.evidence.item;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item in a list over many clients. */
@Schema(name = "EvidenceOfClient")
record ClientsEvidenceResponse(
    @Schema(required = true, description = "Whose it is; the MSP's own has the MSP's id.")
        UUID ownerId,
    @JsonUnwrapped @Schema(required = true) EvidenceResponse item) {

  static final String EXAMPLE =
      """
      {"ownerId":"01900000-0000-7000-8000-00000000000a","id":"01932f3e-6a00-7c40-8a53-000000000001","title":"Users of the sign-in realm","controlId":"AM-04","periodFrom":"2026-01-01","periodTo":"2026-11-23","sourceSystem":"Keycloak","addedBy":"00000000-0000-4000-8000-000000000003","arrivedAt":"2026-11-23T10:15:29.001Z"}
      """;

  static ClientsEvidenceResponse of(Evidence item) {
    return new ClientsEvidenceResponse(item.ownerId(), EvidenceResponse.of(item));
  }
}
