package dev.assay.tenants.directory;

import dev.assay.tenancy.grant.EffectiveGrant;
import dev.assay.tenancy.grant.GrantPlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** What somebody may be in one place, now: read in the directory's role, which sees no names. */
@ApplicationScoped
class EffectiveGrants {

  private final DirectoryRows rows;
  private final Clock clock;

  EffectiveGrants(DirectoryRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** Empty when the place does not exist, or the subject has no grant in force that reaches it. */
  Optional<EffectiveGrant> find(String subject, GrantPlace place) {
    try {
      return EffectiveRoles.of(place, rows.inForce(subject, place, clock.instant()));
    } catch (SQLException failed) {
      throw new DirectoryUnavailable(failed);
    }
  }
}
