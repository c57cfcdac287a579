package dev.assay.tenancy.grant;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import dev.assay.tenancy.permission.Permission;

/**
 * What the state of a place, such as a suspended client, leaves of the caller's roles there; from
 * mild to strict.
 */
public enum Restriction {
  /** All but the work itself: reading, steering the place, and deciding on people's access. */
  NO_WORK,

  /** Reading, steering the place, and taking access away: whoever leaves must still be let go. */
  READ_ONLY,

  /** Nothing at all; also what a release reads for a restriction that it does not know yet. */
  @JsonEnumDefaultValue
  NOTHING;

  /** Whether this may still be done. */
  public boolean leaves(Permission permission) {
    return switch (this) {
      case NO_WORK -> READ_ONLY.leaves(permission) || permission.decidesOnAccess();
      case READ_ONLY -> permission.reads() || permission.steers() || permission.takesAccessAway();
      case NOTHING -> permission == Permission.SIGNED_IN;
    };
  }
}
