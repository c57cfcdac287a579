package dev.assay.tenants.directory;

import dev.assay.tenants.client.ClientStatus;
import dev.assay.tenants.msp.MspStatus;
import org.jspecify.annotations.Nullable;

/**
 * The states of the MSP and, where one is asked about, of the client. An MSP's state holds at all
 * of its clients.
 *
 * @param msp null on the platform
 * @param client null unless the place is a client
 */
record PlaceState(@Nullable MspStatus msp, @Nullable ClientStatus client) {

  /** Where it does not matter, since nobody has a grant there. */
  static final PlaceState UNKNOWN = new PlaceState(null, null);

  /** As the register of MSPs and the client's row have them. */
  static PlaceState of(@Nullable String msp, @Nullable String client) {
    return new PlaceState(
        msp == null ? null : MspStatus.valueOf(msp),
        client == null ? null : ClientStatus.valueOf(client));
  }
}
