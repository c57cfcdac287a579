package dev.assay.tenants.grant;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which grants a list shows; what is null narrows nothing.
 *
 * @param expiringWithinDays those that are not revoked and end within so many days from now
 */
record GrantFilter(
    @Nullable Role role,
    @Nullable GrantStatus status,
    @Nullable UUID person,
    @Nullable Integer expiringWithinDays) {

  private static final int MOST_DAYS = 3660;

  GrantFilter {
    if (expiringWithinDays != null && (expiringWithinDays < 0 || expiringWithinDays > MOST_DAYS)) {
      throw ProblemException.invalid(
          "?expiringWithinDays", "Ask for 0 to %d days.".formatted(MOST_DAYS));
    }
  }
}
