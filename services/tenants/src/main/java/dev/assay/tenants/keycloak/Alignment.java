package dev.assay.tenants.keycloak;

/** What has to happen to an account so that it is as people here are. */
enum Alignment {
  SWITCH_ON,
  SWITCH_OFF,
  /** It is as it should be. */
  LEAVE,
  /** Somebody needs it, and it is off; but this service did not switch it off. */
  NOT_OURS;

  /**
   * An account that nobody needs is off; one that somebody needs is on, unless Keycloak's own
   * admins switched it off.
   *
   * @param needed whether somebody active signs in with it
   * @param offHere whether this service had switched it off
   * @param enabled whether it is on
   */
  static Alignment of(boolean needed, boolean offHere, boolean enabled) {
    if (needed == enabled) {
      return LEAVE;
    }
    if (enabled) {
      return SWITCH_OFF;
    }
    return offHere ? SWITCH_ON : NOT_OURS;
  }
}
