package dev.assay.tenants.keycloak;

import dev.assay.tenants.directory.Accounts.Standing;

/** What has to happen to an account so that it is as people here are. */
enum Alignment {
  SWITCH_ON,
  SWITCH_OFF,
  LEAVE;

  /**
   * An account that nobody needs is off. One that somebody needs goes on again only where this
   * service had switched it off: what Keycloak's own admins switched off stays off.
   */
  static Alignment of(Standing standing, boolean enabled) {
    if (standing.needed() == enabled) {
      return LEAVE;
    }
    if (enabled) {
      return SWITCH_OFF;
    }
    return standing.onceOff() ? SWITCH_ON : LEAVE;
  }
}
