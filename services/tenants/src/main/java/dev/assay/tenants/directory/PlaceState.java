package dev.assay.tenants.directory;

import dev.assay.tenancy.grant.Restriction;
import org.jspecify.annotations.Nullable;

/**
 * The states of the MSP and, where one is asked about, of the client: what they leave of
 * everybody's roles there. An MSP's state holds at all of its clients.
 *
 * @param msp as the register of MSPs has it
 * @param client as the client's row has it, null for an MSP or the platform
 */
record PlaceState(String msp, @Nullable String client) {

  /** The stricter of the two; null when neither restricts anything. */
  @Nullable Restriction restriction() {
    Restriction ofMsp = of(msp);
    Restriction ofClient = client == null ? null : of(client);
    if (ofMsp == null || ofClient == null) {
      return ofMsp == null ? ofClient : ofMsp;
    }
    return ofMsp.compareTo(ofClient) > 0 ? ofMsp : ofClient;
  }

  /** A state that this release does not know is one that it must not work in. */
  private static @Nullable Restriction of(String state) {
    return switch (state) {
      case "ONBOARDING", "ACTIVE", "OFFBOARDING" -> null;
      case "SUSPENDED", "CLOSED" -> Restriction.READ_ONLY;
      default -> Restriction.NOTHING;
    };
  }
}
