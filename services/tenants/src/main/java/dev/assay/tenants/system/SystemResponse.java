package dev.assay.tenants.system;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An in-scope system as everybody who may read the client sees it: its newest version, approved or
 * not; in a list as of a date, the version that counted then.
 *
 * @param state where this version stands
 * @param version counted from 0, as in the ETag
 * @param approvedVersion the newest version that was approved; absent while none is
 * @param effectiveOn from when this version says how the system is, or that it left scope
 * @param inScopeFrom the earliest date that was approved
 * @param decided what was decided on this version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SystemResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) String name,
    @Schema(required = true) InScopeSystem.Kind kind,
    @Schema(required = true) InScopeSystem.Hosting hosting,
    @Schema(required = true) String rationale,
    @Nullable String supports,
    @Nullable String vendorName,
    @Nullable UUID vendorId,
    @Nullable UUID ownerPersonId,
    @Schema(required = true) List<UUID> runsOn,
    @Schema(required = true) List<UUID> storesDataIn,
    @Schema(required = true) SystemState state,
    @Schema(required = true) long version,
    @Nullable Long approvedVersion,
    @Nullable LocalDate effectiveOn,
    @Nullable LocalDate inScopeFrom,
    @Nullable Deed proposed,
    @Nullable Deed decided,
    @Schema(required = true) Instant createdAt) {

  static final String EXAMPLE =
      """
      {"id":"019aaf1e-7c00-7000-8000-000000000005","name":"General ledger","kind":"APPLICATION",
       "hosting":"SAAS","rationale":"All journal entries are posted here.",
       "supports":"Revenue; trade receivables","vendorName":"Ledger Works (demo)",
       "ownerPersonId":"019aaf1e-7c00-7000-8000-000000000007","runsOn":[],
       "storesDataIn":["019aaf1e-7c00-7000-8000-000000000008"],"state":"APPROVED","version":0,
       "approvedVersion":0,"effectiveOn":"2026-01-01","inScopeFrom":"2026-01-01",
       "proposed":{"personId":"019aaf1e-7c00-7000-8000-000000000003","at":"2026-11-23T10:00:00Z"},
       "decided":{"personId":"019aaf1e-7c00-7000-8000-000000000004","at":"2026-11-23T11:00:00Z"},
       "createdAt":"2026-11-23T10:00:00Z"}
      """;

  /**
   * Who did something, when and, where it was asked, why.
   *
   * @param personId a person of the client or of its MSP
   */
  @Schema(name = "SystemDeed")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Deed(
      @Schema(required = true) UUID personId,
      @Schema(required = true) Instant at,
      @Nullable String reason) {

    static @Nullable Deed of(
        @Nullable UUID personId, @Nullable Instant at, @Nullable String reason) {
      return personId == null || at == null ? null : new Deed(personId, at, reason);
    }
  }

  static SystemResponse of(SystemStanding system) {
    SystemDescription said = system.description;
    return new SystemResponse(
        system.id,
        said.name(),
        said.kind(),
        said.hosting(),
        said.rationale(),
        said.supports(),
        said.vendorName(),
        said.vendorId(),
        said.ownerPersonId(),
        List.of(system.runsOn),
        List.of(system.storesDataIn),
        system.state,
        system.version,
        system.approvedVersion,
        system.effectiveOn,
        system.inScopeFrom,
        Deed.of(system.proposedByPersonId, system.proposedAt, null),
        Deed.of(system.decidedByPersonId, system.decidedAt, system.decisionReason),
        system.createdAt);
  }
}
