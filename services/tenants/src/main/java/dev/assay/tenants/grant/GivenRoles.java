package dev.assay.tenants.grant;

import dev.assay.tenancy.permission.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Giving roles at a client from other features, by the same rules as over HTTP. */
@ApplicationScoped
public class GivenRoles {

  private final GrantDecisions decisions;
  private final RoleGrants grants;
  private final Clock clock;

  GivenRoles(GrantDecisions decisions, RoleGrants grants, Clock clock) {
    this.decisions = decisions;
    this.grants = grants;
    this.clock = clock;
  }

  /** Whether they have this role here, or will once its time or its approval has come. */
  public boolean has(UUID personId, Role role) {
    return grants.anyOpen(personId, role, clock.instant());
  }

  /**
   * Gives a role at a client, in its scope and in the caller's name.
   *
   * @throws dev.assay.http.problem.ProblemException when the rules refuse it
   */
  public void give(UUID mspId, UUID clientId, GrantRequest request) {
    decisions.grant(new GrantPlaceIds(mspId, clientId), request);
  }
}
