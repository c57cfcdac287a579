package dev.assay.tenants.review;

import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.directory.RoleHolder;
import dev.assay.tenants.grant.GrantRules;
import java.util.Collection;
import java.util.Set;

/** The verdict on reviewers, for tests of other packages. */
public final class ReviewModel {

  private ReviewModel() {}

  public static boolean mayDecide(
      String by,
      Set<Role> roles,
      String subject,
      Role role,
      String grantedBy,
      String approvedBy,
      GrantRules.Level level,
      Collection<RoleHolder> holders) {
    return ReviewerRules.verdict(
            by,
            roles,
            new ReviewerRules.Subject(subject, role, grantedBy, approvedBy),
            level,
            holders)
        instanceof ReviewerRules.May;
  }
}
