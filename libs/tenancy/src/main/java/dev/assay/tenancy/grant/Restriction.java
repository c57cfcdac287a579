package dev.assay.tenancy.grant;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import dev.assay.tenancy.permission.Permission;

/** What the state of a place, such as a suspended client, leaves of everybody's roles there. */
public enum Restriction {
  /** Reading, and taking access away: whoever leaves a suspended client must still be let go. */
  READ_ONLY,

  /** Nothing at all; also what a release reads for a restriction that it does not know yet. */
  @JsonEnumDefaultValue
  NOTHING;

  /** Whether this may still be done. */
  public boolean leaves(Permission permission) {
    return switch (this) {
      case READ_ONLY -> permission.reads() || permission.takesAccessAway();
      case NOTHING -> permission == Permission.SIGNED_IN;
    };
  }
}
