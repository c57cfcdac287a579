package dev.assay.tenants.system;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An in-scope system as everybody who may read the client sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SystemResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) String name,
    @Schema(required = true) InScopeSystem.Kind kind,
    @Schema(required = true) InScopeSystem.Hosting hosting,
    @Schema(required = true) String rationale,
    @Nullable String supports,
    @Schema(required = true) Instant createdAt) {

  static final String EXAMPLE =
      """
      {"id":"019aaf1e-7c00-7000-8000-000000000005","name":"General ledger","kind":"APPLICATION",
       "hosting":"SAAS","rationale":"All journal entries are posted here.",
       "supports":"Revenue; trade receivables","createdAt":"2026-11-23T10:00:00Z"}
      """;

  static SystemResponse of(InScopeSystem system) {
    return new SystemResponse(
        system.id,
        system.name,
        system.kind,
        system.hosting,
        system.rationale,
        system.supports,
        system.createdAt);
  }
}
