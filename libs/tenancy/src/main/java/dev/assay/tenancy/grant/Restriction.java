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

  /** Reading and steering the place alone. */
  READ_ONLY,

  /** Nothing at all; also what a release reads for a restriction that it does not know yet. */
  @JsonEnumDefaultValue
  NOTHING;

  /** Whether this may still be done. */
  public boolean leaves(Permission permission) {
    return switch (this) {
      case NO_WORK -> permission.reads() || permission.steers() || permission.decidesOnAccess();
      case READ_ONLY -> permission.reads() || permission.steers();
      case NOTHING -> permission == Permission.SIGNED_IN;
    };
  }
}
