package dev.assay.tenants.directory;

import dev.assay.tenancy.grant.Restriction;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.client.ClientLifecycle;
import dev.assay.tenants.client.ClientStatus;
import dev.assay.tenants.msp.MspLifecycle;
import dev.assay.tenants.msp.MspStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    List<Step> steps = held.stream().map(role -> Step.of(msp, client, role)).sorted().toList();
    Step mildest = steps.getFirst();
    return new Standing(
        steps.stream()
            .filter(step -> step.compareTo(mildest) == 0)
            .map(Step::role)
            .collect(Collectors.toUnmodifiableSet()),
        mildest.restriction());
  }

  /** What is left of one role, sorted from much to little. */
  private record Step(Role role, @Nullable Restriction restriction) implements Comparable<Step> {

    private static final Comparator<@Nullable Restriction> MILD_FIRST =
        Comparator.nullsFirst(Comparator.naturalOrder());

    /** The stricter of both states holds. */
    static Step of(@Nullable MspStatus msp, @Nullable ClientStatus client, Role role) {
      return new Step(
          role,
          Stream.of(
                  msp == null ? Optional.<Restriction>empty() : MspLifecycle.restriction(msp, role),
                  client == null
                      ? Optional.<Restriction>empty()
                      : ClientLifecycle.restriction(client, role))
              .flatMap(Optional::stream)
              .max(Comparator.naturalOrder())
              .orElse(null));
    }

    @Override
    public int compareTo(Step other) {
      return MILD_FIRST.compare(restriction, other.restriction);
    }
  }
}
