package dev.assay.tenants.system;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.system.SystemResponse.Deed;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One version of a system, with what was decided on it.
 *
 * @param proposal the version whose decision holds for this one: itself, or an earlier one when
 *     only the owner or the vendor's record is another
 * @param leavesScope whether this version takes the system out of scope
 */
@Schema(name = "SystemVersionResponse")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VersionResponse(
    @Schema(required = true) long version,
    @Schema(required = true) long proposal,
    @Schema(required = true) SystemState state,
    @Schema(required = true) LocalDate effectiveOn,
    @Schema(required = true) boolean leavesScope,
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
    @Schema(required = true) Deed proposed,
    @Nullable Deed decided) {

  static final String PAGE_EXAMPLE =
      """
      {"items":[{"version":1,"proposal":1,"state":"PROPOSED","effectiveOn":"2026-12-01",
       "leavesScope":false,"name":"General ledger","kind":"APPLICATION","hosting":"CLOUD",
       "rationale":"All journal entries are posted here.","runsOn":[],"storesDataIn":[],
       "proposed":{"personId":"019aaf1e-7c00-7000-8000-000000000003","at":"2026-11-23T10:00:00Z"}}],"nextCursor":null}
      """;

  static VersionResponse of(VersionStanding version) {
    SystemDescription said = version.description;
    return new VersionResponse(
        version.number,
        version.proposal,
        version.state,
        version.effectiveOn,
        version.leavesScope,
        said.name(),
        said.kind(),
        said.hosting(),
        said.rationale(),
        said.supports(),
        said.vendorName(),
        said.vendorId(),
        said.ownerPersonId(),
        List.of(version.runsOn),
        List.of(version.storesDataIn),
        new Deed(version.proposedByPersonId, version.proposedAt, null),
        Deed.of(version.decidedByPersonId, version.decidedAt, version.decisionReason));
  }
}
