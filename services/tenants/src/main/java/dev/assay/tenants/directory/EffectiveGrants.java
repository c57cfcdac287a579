package dev.assay.tenants.directory;

import dev.assay.tenancy.grant.EffectiveGrant;
import dev.assay.tenancy.grant.GrantPlace;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** What somebody may be in one place, now: read in the directory's role, which sees no names. */
@ApplicationScoped
class EffectiveGrants {

  private final Scopes scopes;
  private final DirectoryRows rows;
  private final Clock clock;

  EffectiveGrants(Scopes scopes, DirectoryRows rows, Clock clock) {
    this.scopes = scopes;
    this.rows = rows;
    this.clock = clock;
  }

  /** Empty when the place does not exist, or the subject has no grant in force that reaches it. */
  Optional<EffectiveGrant> find(String subject, GrantPlace place) {
    var now = clock.instant();
    return scopes.inTransaction(
        new TenantScope.Directory(),
        () -> {
          try {
            return EffectiveRoles.of(place, rows.inForce(subject, place, now));
          } catch (SQLException failed) {
            throw new DirectoryUnavailable(failed);
          }
        });
  }
}
