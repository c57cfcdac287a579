package dev.assay.tenants.grant;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a grant gives, until when and why; terms that cannot be are refused.
 *
 * @param extendsId the grant that it follows
 * @param responsibleId who answers for the service account
 */
record GrantTerms(
    Role role,
    Instant validFrom,
    @Nullable Instant validUntil,
    String reason,
    @Nullable UUID extendsId,
    @Nullable UUID responsibleId) {

  GrantTerms {
    reason = reason.strip();
  }

  /**
   * The terms that somebody asks for.
   *
   * @throws ProblemException for a beginning in the past, or an end that is missing, too early or
   *     too late
   */
  static GrantTerms of(GrantRequest request, Instant now) {
    Instant from = request.validFrom() == null ? now : request.validFrom();
    if (from.isBefore(now)) {
      throw ProblemException.invalid(
          "/validFrom", "No grant begins in the past; leave it out to begin at once.");
    }
    requirePossibleEnd(request.role(), from, request.validUntil(), now);
    return new GrantTerms(request.role(), from, request.validUntil(), request.reason(), null, null);
  }

  /** The terms that follow a grant: from its end, or from now where that has passed. */
  static GrantTerms following(RoleGrant grant, ExtensionRequest request, Instant now) {
    Instant end = grant.validUntil;
    Instant from = end == null || end.isBefore(now) ? now : end;
    requirePossibleEnd(grant.role, from, request.validUntil(), now);
    return new GrantTerms(grant.role, from, request.validUntil(), request.reason(), grant.id, null);
  }

  /** The same for a service account. */
  GrantTerms answeredForBy(UUID owner) {
    return new GrantTerms(role, validFrom, validUntil, reason, extendsId, owner);
  }

  private static void requirePossibleEnd(
      Role role, Instant from, @Nullable Instant until, Instant now) {
    if (until == null) {
      if (role == Role.AUDITOR) {
        throw ProblemException.invalid("/validUntil", "Say when the auditor's access ends.");
      }
      if (role == Role.INTEGRATION) {
        throw ProblemException.invalid("/validUntil", "Say when the account is looked at again.");
      }
      return;
    }
    if (!until.isAfter(from)) {
      throw ProblemException.invalid("/validUntil", "The end lies after the beginning.");
    }
    if (role == Role.INTEGRATION) {
      Instant last = AccessRules.at(now).serviceAccount().lastEnd(from);
      if (until.isAfter(last)) {
        throw ProblemException.invalid(
            "/validUntil",
            "A service account is looked at again by %s; let it end by then.".formatted(last));
      }
    }
  }
}
