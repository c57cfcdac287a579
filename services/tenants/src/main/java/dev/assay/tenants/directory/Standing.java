package dev.assay.tenants.directory;

import dev.assay.tenancy.grant.Restriction;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.client.ClientLifecycle;
import dev.assay.tenants.client.ClientStatus;
import dev.assay.tenants.msp.MspLifecycle;
import dev.assay.tenants.msp.MspStatus;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the state of a place leaves of somebody's roles in it.
 *
 * @param roles those that still allow something; all that they hold when none does
 * @param restriction what holds for these roles, null when nothing is taken from them
 */
record Standing(Set<Role> roles, @Nullable Restriction restriction) {

  /**
   * Of the roles that somebody holds, those count that the state restricts least: an admin who is
   * also a technician goes on as an admin.
   *
   * @param msp null on the platform
   * @param client null unless the place is a client
   */
  static Standing of(@Nullable MspStatus msp, @Nullable ClientStatus client, Set<Role> held) {
    Map<Role, Integer> strictness = new EnumMap<>(Role.class);
    for (Role role : held) {
      strictness.put(role, strictness(msp, client, role));
    }
    int mildest = strictness.values().stream().min(Comparator.naturalOrder()).orElseThrow();
    strictness.values().removeIf(strict -> strict > mildest);
    return new Standing(
        Set.copyOf(strictness.keySet()), mildest == 0 ? null : Restriction.values()[mildest - 1]);
  }

  /** 0 for none, then up in the order of {@link Restriction}; the stricter of both states. */
  private static int strictness(
      @Nullable MspStatus msp, @Nullable ClientStatus client, Role role) {
    return Stream.of(
            msp == null ? Optional.<Restriction>empty() : MspLifecycle.restriction(msp, role),
            client == null
                ? Optional.<Restriction>empty()
                : ClientLifecycle.restriction(client, role))
        .flatMap(Optional::stream)
        .mapToInt(restriction -> restriction.ordinal() + 1)
        .max()
        .orElse(0);
  }
}
