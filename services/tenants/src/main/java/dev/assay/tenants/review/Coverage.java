package dev.assay.tenants.review;

import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.grant.AccessRules;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose access a review goes over. */
@Schema(name = "AccessReviewCoverage")
public enum Coverage {
  /** Every grant in force; due each quarter. */
  ALL,
  /** Grants of the privileged roles; due each month. A review of all covers them too. */
  PRIVILEGED;

  Set<Role> roles(AccessRules.Review rules) {
    return switch (this) {
      case ALL -> EnumSet.allOf(Role.class);
      case PRIVILEGED -> rules.privilegedRoles();
    };
  }

  int everyMonths(AccessRules.Review rules) {
    return switch (this) {
      case ALL -> rules.everyMonths();
      case PRIVILEGED -> rules.privilegedEveryMonths();
    };
  }

  /** Whether a completed review of this coverage also was one of the other. */
  boolean includes(Coverage other) {
    return this == ALL || this == other;
  }
}
