package dev.assay.tenancy.grant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.assay.tenancy.scope.ClientMoves;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Lets this service's rows of a client follow it to another MSP, when the effective grant first
 * says that it has gone there (docs/adr/0014). It costs nothing for clients that never moved.
 */
@ApplicationScoped
class ClientHomes {

  /** Answers may be this old elsewhere, so writes for the MSP before may still come in. */
  private static final Duration LATE_WRITES = Duration.ofMinutes(1);

  /** How long another replica may not hear of the next move. */
  private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);

  private static final int MOST = 50_000;

  private record Home(UUID msp, Instant since) {}

  private final GrantSource source;
  private final ClientMoves moves;
  private final Scopes scopes;
  private final Clock clock;
  private final Cache<UUID, Home> known =
      Caffeine.newBuilder().expireAfterWrite(TIME_TO_LIVE).maximumSize(MOST).build();

  ClientHomes(GrantSource source, ClientMoves moves, Scopes scopes, Clock clock) {
    this.source = source;
    this.moves = moves;
    this.scopes = scopes;
    this.clock = clock;
  }

  /**
   * Whether the grant is as new as what this service knows of its client; the client's rows are
   * then with the grant's MSP. One that is older was overtaken by a move.
   */
  boolean follow(EffectiveGrant grant) {
    UUID client = grant.clientId();
    Instant since = grant.mspSince();
    // Where the grants themselves are at home, the rows moved when the client did.
    if (client == null || since == null || !source.mayBeRemembered() || !moves.keepsRows()) {
      return true;
    }
    var home = new Home(grant.mspId(), since);
    if (home.equals(known.getIfPresent(client))) {
      return true;
    }
    boolean current =
        scopes.inTransaction(
            new TenantScope.Client(grant.mspId(), client),
            () -> moves.arrived(client, grant.mspId(), since));
    if (current && since.plus(LATE_WRITES).isBefore(clock.instant())) {
      known.put(client, home);
    }
    return current;
  }
}
