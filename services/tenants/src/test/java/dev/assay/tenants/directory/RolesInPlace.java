package dev.assay.tenants.directory;

import dev.assay.tenancy.grant.EffectiveGrant;
import dev.assay.tenancy.grant.GrantPlace;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.client.ClientStatus;
import dev.assay.tenants.msp.MspStatus;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The rule of which grants reach which place, for tests of other packages. */
public final class RolesInPlace {

  /** A grant in force. */
  public record Held(UUID mspId, UUID clientId, Role role) {}

  private static final UUID PERSON = new UUID(9, 9);

  private RolesInPlace() {}

  public static Set<Role> of(GrantPlace place, UUID msp, List<Held> held) {
    return EffectiveRoles.of(
            place,
            new PlaceState(MspStatus.ACTIVE, ClientStatus.ACTIVE),
            held.stream()
                .map(
                    h ->
                        new GrantInForce(
                            msp, null, h.mspId(), h.clientId(), PERSON, h.role(), null))
                .toList())
        .map(EffectiveGrant::roles)
        .orElse(Set.of());
  }
}
