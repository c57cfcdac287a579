package dev.assay.tenants.client;

import static dev.assay.tenancy.grant.Restriction.NOTHING;
import static dev.assay.tenancy.grant.Restriction.NO_WORK;
import static dev.assay.tenancy.grant.Restriction.READ_ONLY;
import static dev.assay.tenancy.permission.Role.CLIENT_EXECUTIVE;
import static dev.assay.tenancy.permission.Role.MSP_ADMIN;
import static dev.assay.tenants.client.ClientStatus.ACTIVE;
import static dev.assay.tenants.client.ClientStatus.CLOSED;
import static dev.assay.tenants.client.ClientStatus.OFFBOARDING;
import static dev.assay.tenants.client.ClientStatus.ONBOARDING;
import static dev.assay.tenants.client.ClientStatus.SUSPENDED;

import dev.assay.tenancy.grant.Restriction;
import dev.assay.tenancy.permission.Role;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * The one table of a client's life: which state follows which, who decides it, and what each state
 * leaves of a role. Nothing is ever deleted; the last state is read.
 */
public final class ClientLifecycle {

  /**
   * One allowed move.
   *
   * @param by any of these roles decides it
   */
  record Move(ClientStatus from, ClientStatus to, Set<Role> by) {}

  private static final Set<Role> ADMIN = Set.of(MSP_ADMIN);

  /** A company may always leave; only its MSP takes it on, stops for a while, and closes. */
  private static final Set<Role> EITHER_SIDE = Set.of(MSP_ADMIN, CLIENT_EXECUTIVE);

  static final Set<Move> MOVES =
      Set.of(
          new Move(ONBOARDING, ACTIVE, ADMIN),
          new Move(ONBOARDING, OFFBOARDING, EITHER_SIDE),
          new Move(ACTIVE, SUSPENDED, ADMIN),
          new Move(ACTIVE, OFFBOARDING, EITHER_SIDE),
          new Move(SUSPENDED, ACTIVE, ADMIN),
          new Move(SUSPENDED, OFFBOARDING, EITHER_SIDE),
          new Move(OFFBOARDING, ACTIVE, ADMIN),
          new Move(OFFBOARDING, CLOSED, ADMIN));

  private ClientLifecycle() {}

  /** The move from one state to the other, if there is one. */
  static Optional<Move> move(ClientStatus from, ClientStatus to) {
    return MOVES.stream().filter(move -> move.from() == from && move.to() == to).findAny();
  }

  /** What a client's state leaves of one role there; empty when all of it. */
  public static Optional<Restriction> restriction(ClientStatus status, Role role) {
    return switch (role.side()) {
      // Operators see no client's content, and people must be let in and out in any state.
      case PLATFORM -> Optional.empty();
      case MSP ->
          role == MSP_ADMIN
              ? restriction(status, READ_ONLY, NO_WORK, NO_WORK)
              : restriction(status, NOTHING, READ_ONLY, NOTHING);
      case CLIENT ->
          role == Role.CONTROL_OWNER
              ? restriction(status, READ_ONLY, READ_ONLY, NOTHING)
              : restriction(status, READ_ONLY, NO_WORK, NO_WORK);
    };
  }

  private static Optional<Restriction> restriction(
      ClientStatus status, Restriction suspended, Restriction offboarding, Restriction closed) {
    return switch (status) {
      case ONBOARDING, ACTIVE -> Optional.empty();
      case SUSPENDED -> Optional.of(suspended);
      case OFFBOARDING -> Optional.of(offboarding);
      case CLOSED -> Optional.of(closed);
    };
  }

  static boolean mayMove(Move move, Collection<Role> roles) {
    return roles.stream().anyMatch(move.by()::contains);
  }
}
