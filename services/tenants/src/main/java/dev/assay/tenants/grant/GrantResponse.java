package dev.assay.tenants.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenancy.permission.Role;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A grant with its status now and every decision on it.
 *
 * @param extendsGrantId the grant that this one follows
 * @param extendedByGrantId the grant that follows this one
 * @param responsiblePersonId who answers for the service account that holds it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GrantResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID mspId,
    @Nullable UUID clientId,
    @Schema(required = true) UUID personId,
    @Schema(required = true) Role role,
    @Schema(required = true) GrantStatus status,
    @Schema(required = true) Instant validFrom,
    @Nullable Instant validUntil,
    @Schema(required = true) String reason,
    @Schema(required = true) Decision granted,
    @Nullable Decision approved,
    @Nullable Decision revoked,
    @Nullable UUID extendsGrantId,
    @Nullable UUID extendedByGrantId,
    @Nullable UUID responsiblePersonId) {

  static final String EXAMPLE =
      """
      {"id":"019aaf1e-7c00-7000-8000-000000000006","mspId":"019aaf1e-7c00-7000-8000-000000000001",
       "clientId":"019aaf1e-7c00-7000-8000-000000000002",
       "personId":"019aaf1e-7c00-7000-8000-000000000007","role":"CLIENT_EXECUTIVE",
       "status":"ACTIVE","validFrom":"2026-11-23T10:00:00Z","reason":"Signs for the company.",
       "granted":{"by":"00000000-0000-4000-8000-000000000002","at":"2026-11-23T10:00:00Z",
        "reason":"Signs for the company."},
       "approved":{"by":"00000000-0000-4000-8000-000000000001","at":"2026-11-23T10:05:00Z",
        "reason":"Known to us."}}
      """;

  static final String PAGE_EXAMPLE = "{\"items\":[" + EXAMPLE + "],\"nextCursor\":null}";

  /**
   * Who decided, when and why.
   *
   * @param by the subject of the token that it was decided with
   */
  @Schema(name = "GrantDecision")
  public record Decision(
      @Schema(required = true) String by,
      @Schema(required = true) Instant at,
      @Schema(required = true) String reason) {

    static @Nullable Decision of(@Nullable GrantTransition step) {
      return step == null ? null : new Decision(step.decidedBy, step.decidedAt, step.reason);
    }
  }

  static GrantResponse of(GrantHistory history, Instant now) {
    RoleGrant grant = history.grant();
    return new GrantResponse(
        grant.id,
        grant.mspId,
        grant.clientId,
        grant.personId,
        grant.role,
        history.statusAt(now),
        grant.validFrom,
        grant.validUntil,
        grant.reason,
        new Decision(grant.grantedBy, grant.grantedAt, grant.reason),
        Decision.of(history.approval()),
        Decision.of(history.revocation()),
        grant.extendsId,
        history.extendedBy(),
        grant.responsibleId);
  }
}
