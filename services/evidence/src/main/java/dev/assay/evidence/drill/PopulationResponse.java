package dev.assay.evidence.drill;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file that a drill drew from. */
@Schema(name = "EvidenceDrillCandidate")
record PopulationResponse(@Schema(required = true) UUID fileId) {

  static final String EXAMPLE = "{\"fileId\":\"01932f3e-9a00-7c40-8a53-000000000002\"}";
}
