package dev.assay.sample;

import dev.assay.tenancy.grant.EffectiveGrant;
import dev.assay.tenancy.grant.GrantPlace;
import dev.assay.tenancy.grant.GrantSource;
import dev.assay.tenancy.grant.Restriction;
import dev.assay.tenancy.grant.Token;
import dev.assay.tenancy.permission.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Subjects say what they are: {@code <role>@<client or MSP id>}, and {@code @<restriction>} where
 * the place's state leaves less. All clients are of one MSP until a test moves them.
 */
@ApplicationScoped
class SampleGrants implements GrantSource {

  static final UUID MSP = UUID.fromString("01900000-0000-7000-8000-0000000000aa");
  static final UUID OTHER_MSP = UUID.fromString("01900000-0000-7000-8000-0000000000bb");

  /** Where each client that moved is now, and since when. */
  private static final Map<UUID, Home> HOMES = new ConcurrentHashMap<>();

  record Home(UUID msp, @Nullable Instant since) {}

  static void move(UUID client, UUID msp, Instant since) {
    HOMES.put(client, new Home(msp, since));
  }

  @Override
  public Optional<EffectiveGrant> find(Token token, GrantPlace place) {
    String[] parts = token.subject().split("@", -1);
    Role role = Role.valueOf(parts[0]);
    UUID where = UUID.fromString(parts[1]);
    Restriction restriction = parts.length < 3 ? null : Restriction.valueOf(parts[2]);
    return switch (place) {
      case GrantPlace.OfClient(UUID client) when client.equals(where) ->
          Optional.of(atClient(where, role, restriction));
      case GrantPlace.OfMsp(UUID msp) when msp.equals(MSP) || msp.equals(OTHER_MSP) ->
          Optional.of(
              new EffectiveGrant(
                  where,
                  msp,
                  null,
                  Set.of(role),
                  role == Role.MSP_ADMIN,
                  role == Role.MSP_ADMIN ? Set.of() : Set.of(where),
                  null,
                  restriction,
                  null));
      default -> Optional.empty();
    };
  }

  private static EffectiveGrant atClient(
      UUID client, Role role, @Nullable Restriction restriction) {
    Home home = HOMES.getOrDefault(client, new Home(MSP, null));
    return new EffectiveGrant(
        client, home.msp(), client, Set.of(role), false, Set.of(), null, restriction, home.since());
  }
}
