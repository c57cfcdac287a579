package dev.assay.tenants.directory;

import dev.assay.tenancy.grant.EffectiveGrant;
import dev.assay.tenancy.grant.GrantPlace;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenancy.scope.TenantScope;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which grants reach which place: the rule, without a database. */
final class EffectiveRoles {

  private EffectiveRoles() {}

  /**
   * The answer for one place.
   *
   * <p>An operator's grant reaches every MSP and client, with what little the table of permissions
   * gives an operator there; whoever operates the platform is nothing else anywhere, so that no
   * other grant can show them client data. An MSP admin reaches every client of the MSP. Other
   * grants at an MSP reach the MSP alone. A grant of an MSP's person at a client also opens the
   * MSP, for those clients; a grant of a client's own person does not.
   *
   * <p>Broken glass lets an operator read at that one client, as long as they are an operator. A
   * place's state restricts everybody but operators, who must be able to set it right.
   *
   * @param grants all grants in force of one subject, at the place's MSP and at the platform
   */
  static Optional<EffectiveGrant> of(
      GrantPlace place, PlaceState state, List<GrantInForce> grants) {
    boolean operator = grants.stream().anyMatch(grant -> grant.role() == Role.PLATFORM_OPERATOR);
    List<GrantInForce> reaching =
        grants.stream()
            .filter(grant -> operator ? reachesAsOperator(grant, place) : reaches(grant, place))
            .toList();
    return reaching.isEmpty()
        ? Optional.empty()
        : Optional.of(together(place, reaching, operator ? PlaceState.UNKNOWN : state));
  }

  private static boolean reachesAsOperator(GrantInForce grant, GrantPlace place) {
    return grant.role() == Role.PLATFORM_OPERATOR
        || (grant.role() == Role.BREAK_GLASS
            && place instanceof GrantPlace.OfClient(UUID client)
            && client.equals(grant.clientId()));
  }

  private static boolean reaches(GrantInForce grant, GrantPlace place) {
    if (grant.role() == Role.BREAK_GLASS) {
      return false;
    }
    return switch (place) {
      case GrantPlace.OfPlatform() -> grant.mspId().equals(TenantScope.PLATFORM_ID);
      case GrantPlace.OfMsp(UUID msp) -> grant.role().side() == Role.Side.MSP;
      case GrantPlace.OfClient(UUID client) ->
          client.equals(grant.clientId())
              || (grant.clientId() == null && grant.role() == Role.MSP_ADMIN);
    };
  }

  private static EffectiveGrant together(
      GrantPlace place, List<GrantInForce> reaching, PlaceState state) {
    GrantInForce any = reaching.getFirst();
    Set<Role> held =
        reaching.stream().map(GrantInForce::role).collect(Collectors.toUnmodifiableSet());
    Standing standing = Standing.of(state.msp(), state.client(), held);
    Set<Role> roles = standing.roles();
    return new EffectiveGrant(
        any.personId(),
        any.placeMspId(),
        place instanceof GrantPlace.OfClient(UUID client) ? client : null,
        roles,
        held.contains(Role.MSP_ADMIN),
        place instanceof GrantPlace.OfMsp ? clientsOf(reaching) : Set.of(),
        firstEnd(reaching),
        standing.restriction(),
        any.mspSince());
  }

  private static Set<UUID> clientsOf(List<GrantInForce> reaching) {
    return reaching.stream()
        .map(GrantInForce::clientId)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable Instant firstEnd(List<GrantInForce> reaching) {
    return reaching.stream()
        .map(GrantInForce::validUntil)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
