package dev.assay.tenants.directory;

import dev.assay.tenancy.grant.EffectiveGrant;
import dev.assay.tenancy.grant.GrantPlace;
import dev.assay.tenancy.permission.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What somebody may be in one place, now: read in the directory's role, which sees no names. */
@ApplicationScoped
public class EffectiveGrants {

  private final DirectoryRows rows;
  private final Clock clock;

  EffectiveGrants(DirectoryRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** Empty when the place does not exist, or the subject has no grant in force that reaches it. */
  Optional<EffectiveGrant> find(String subject, GrantPlace place) {
    try {
      return answer(place, rows.inForce(subject, place, clock.instant()));
    } catch (SQLException failed) {
      throw new DirectoryUnavailable(failed);
    }
  }

  /**
   * The same in the current transaction, so that what it decides under its locks rests on grants
   * that are in force while it decides.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<EffectiveGrant> findHere(String subject, GrantPlace place) {
    try {
      return answer(place, rows.inForceWithin(subject, place, clock.instant()));
    } catch (SQLException failed) {
      throw new DirectoryUnavailable(failed);
    }
  }

  /** Everybody who holds one of these roles in this place, or above it, in the same way. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<RoleHolder> holdersHere(UUID mspId, UUID scopeId, Set<Role> roles) {
    try {
      return rows.holdersWithin(mspId, scopeId, roles, clock.instant());
    } catch (SQLException failed) {
      throw new DirectoryUnavailable(failed);
    }
  }

  private static Optional<EffectiveGrant> answer(GrantPlace place, DirectoryRows.Found found) {
    return EffectiveRoles.of(place, found.state(), found.grants());
  }
}
