package dev.assay.tenants.review;

import static dev.assay.tenants.TenantsProblem.GRANT_BEYOND_OWN_ROLE;
import static dev.assay.tenants.TenantsProblem.REVIEWER_NOT_INDEPENDENT;

import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.directory.RoleHolder;
import dev.assay.tenants.grant.GrantRules;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may decide on a line: whoever could take the role away, and at a client its executives on
 * everybody's access to their own company; never on one's own, and on what one gave or approved
 * only where nobody else may.
 */
final class ReviewerRules {

  /** Whose access a line is, and who gave it. */
  record Subject(String subject, Role role, String grantedBy, @Nullable String approvedBy) {}

  /** The answer. */
  sealed interface Verdict {}

  /**
   * They may.
   *
   * @param independent whether they had no part in the grant; else there was nobody without
   */
  record May(boolean independent) implements Verdict {}

  /** They may not. */
  record MayNot(TenantsProblem problem, String detail) implements Verdict {}

  private ReviewerRules() {}

  /**
   * @param roles what the reviewer is in the place
   * @param holders everybody who holds a role there, or above it, that may decide on something
   */
  static Verdict verdict(
      String reviewer,
      Set<Role> roles,
      Subject line,
      GrantRules.Level level,
      Collection<RoleHolder> holders) {
    if (!mayReview(roles, line.role(), level)) {
      return new MayNot(
          GRANT_BEYOND_OWN_ROLE, "Your roles here do not let you decide on " + line.role() + ".");
    }
    if (reviewer.equals(line.subject())) {
      return new MayNot(REVIEWER_NOT_INDEPENDENT, "It is your own access.");
    }
    if (!hadPart(reviewer, line)) {
      return new May(true);
    }
    boolean avoidable =
        holders.stream()
            .anyMatch(
                other ->
                    other.role() != Role.PLATFORM_OPERATOR
                        && mayReview(Set.of(other.role()), line.role(), level)
                        && !other.subject().equals(line.subject())
                        && !hadPart(other.subject(), line));
    return avoidable
        ? new MayNot(
            REVIEWER_NOT_INDEPENDENT, "You gave or approved it, and somebody else may decide.")
        : new May(false);
  }

  /** Whether one of these roles may decide on the access that this role is. */
  static boolean mayReview(Set<Role> roles, Role role, GrantRules.Level level) {
    return GrantRules.mayRevoke(roles, role, level)
        || (level == GrantRules.Level.CLIENT && roles.contains(Role.CLIENT_EXECUTIVE));
  }

  private static boolean hadPart(String somebody, Subject line) {
    return somebody.equals(line.grantedBy()) || somebody.equals(line.approvedBy());
  }
}
