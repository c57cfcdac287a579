package dev.assay.tenants.grant;

import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.grant.EffectiveGrant;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.tenants.directory.EffectiveGrants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Orders decisions on access. A decision holds its place, and the places above from which authority
 * comes, until it commits; whoever takes authority away there waits, and whoever decides afterwards
 * reads the grants anew. So nobody ever decides with a role that was already gone.
 */
@ApplicationScoped
public class Authority {

  /** Whether other decisions at the same place may go on meanwhile. */
  public enum Turn {
    /** For what no other decision rests on until it commits, such as a new grant. */
    SHARED,
    /** For what others may rest on: revocations, approvals, whoever is the first. */
    ALONE
  }

  private static final String KEY = "(hashtextextended(?, 7))";

  private final DataSource dataSource;
  private final EffectiveGrants grants;
  private final Caller caller;

  Authority(DataSource dataSource, EffectiveGrants grants, Caller caller) {
    this.dataSource = dataSource;
    this.grants = grants;
    this.caller = caller;
  }

  /**
   * Waits for the turn, then says what the caller is at the place.
   *
   * @throws ProblemException when they may not, or no longer, do what they ask
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public EffectiveGrant ofCaller(GrantPlaceIds place, Permission needed, Turn turn) {
    await(place, turn);
    EffectiveGrant grant =
        grants
            .findHere(caller.token().subject(), place.asPlace())
            .orElseThrow(ProblemException::notFound);
    if (!grant.allows(needed)) {
      throw ProblemException.of(
          CommonProblem.FORBIDDEN, "None of your roles here has the permission " + needed + ".");
    }
    return grant;
  }

  /** Waits for the turn alone: for work whose right to act comes from elsewhere. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void await(GrantPlaceIds place, Turn turn) {
    // From the top down, always, so that two decisions never wait for each other.
    List<UUID> above = new ArrayList<>();
    above.add(TenantScope.PLATFORM_ID);
    above.add(place.mspId());
    above.add(place.scopeId());
    List<UUID> places = above.stream().distinct().toList();
    StringBuilder locks = new StringBuilder("select ");
    for (int i = 0; i < places.size(); i++) {
      boolean own = i == places.size() - 1;
      locks
          .append(i == 0 ? "" : ", ")
          .append(
              own && turn == Turn.ALONE ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared")
          .append(KEY);
    }
    try (Connection connection = dataSource.getConnection();
        var lock = connection.prepareStatement(locks.toString())) {
      for (int i = 0; i < places.size(); i++) {
        lock.setString(i + 1, places.get(i).toString());
      }
      lock.execute();
    } catch (SQLException failed) {
      throw new AuthorityUnavailable(failed);
    }
  }
}
