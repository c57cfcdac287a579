package dev.assay.tenants.msp;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An MSP as its people and the platform see it. */
public record MspResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) String name,
    @Schema(required = true) MspStatus status,
    @Schema(required = true) Instant createdAt) {

  static MspResponse of(Msp msp) {
    return new MspResponse(msp.id, msp.name, msp.status, msp.createdAt);
  }
}
