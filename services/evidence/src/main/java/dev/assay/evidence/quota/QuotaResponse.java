package dev.assay.evidence.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much an owner may keep today, and keeps. */
@Schema(name = "EvidenceQuota")
record QuotaResponse(
    @Schema(required = true, description = "The most bytes to keep today.") long bytes,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description = "The policy that says so; absent where the installation's setting does.")
        @Nullable UUID policy,
    @Schema(required = true, description = "Bytes of all files.") long used,
    @Schema(required = true, description = "Bytes that uploads on their way hold.") long reserved,
    @Schema(required = true, description = "The latest that were set, newest first; 50 at most.")
        List<QuotaPolicy> policies) {

  static final String EXAMPLE =
      "{\"bytes\":2199023255552,\"policy\":\"01932f3e-7a00-7c40-8a53-000000000001\",\"used\":18211,"
          + "\"reserved\":0,\"policies\":["
          + QuotaPolicy.EXAMPLE
          + "]}";

  QuotaResponse {
    policies = List.copyOf(policies);
  }
}
