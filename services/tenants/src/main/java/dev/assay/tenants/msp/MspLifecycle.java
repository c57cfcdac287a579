package dev.assay.tenants.msp;

import static dev.assay.tenancy.grant.Restriction.NOTHING;
import static dev.assay.tenancy.grant.Restriction.NO_WORK;
import static dev.assay.tenancy.grant.Restriction.READ_ONLY;
import static dev.assay.tenants.msp.MspStatus.ACTIVE;
import static dev.assay.tenants.msp.MspStatus.CLOSED;
import static dev.assay.tenants.msp.MspStatus.SUSPENDED;

import dev.assay.tenancy.grant.Restriction;
import dev.assay.tenancy.permission.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one table of an MSP's life, which platform operators decide on. */
public final class MspLifecycle {

  /** An MSP is suspended before it is closed, so that nothing is begun while it closes. */
  static final Map<MspStatus, Set<MspStatus>> MOVES =
      Map.of(
          ACTIVE, Set.of(SUSPENDED),
          SUSPENDED, Set.of(ACTIVE, CLOSED),
          CLOSED, Set.of());

  private MspLifecycle() {}

  static boolean mayMove(MspStatus from, MspStatus to) {
    return MOVES.getOrDefault(from, Set.of()).contains(to);
  }

  /**
   * What an MSP's state leaves of one role, at the MSP and at its clients; empty when all of it.
   * Its clients' own people and auditors go on reading: the records are theirs.
   */
  public static Optional<Restriction> restriction(MspStatus status, Role role) {
    return switch (role.side()) {
      case PLATFORM -> Optional.empty();
      case MSP ->
          switch (status) {
            case ACTIVE -> Optional.empty();
            case SUSPENDED -> Optional.of(role == Role.MSP_ADMIN ? READ_ONLY : NOTHING);
            case CLOSED -> Optional.of(NOTHING);
          };
      case CLIENT -> status == ACTIVE ? Optional.empty() : Optional.of(NO_WORK);
    };
  }
}
