package dev.assay.sample;

import dev.assay.tenancy.grant.EffectiveGrant;
import dev.assay.tenancy.grant.GrantPlace;
import dev.assay.tenancy.grant.GrantSource;
import dev.assay.tenancy.grant.Restriction;
import dev.assay.tenancy.grant.Token;
import dev.assay.tenancy.permission.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Subjects say what they are: {@code <role>@<client or MSP id>}, and {@code @<restriction>} where
 * the place's state leaves less. All clients are of one MSP.
 */
@ApplicationScoped
class SampleGrants implements GrantSource {

  static final UUID MSP = UUID.fromString("01900000-0000-7000-8000-0000000000aa");

  @Override
  public Optional<EffectiveGrant> find(Token token, GrantPlace place) {
    String[] parts = token.subject().split("@", -1);
    Role role = Role.valueOf(parts[0]);
    UUID where = UUID.fromString(parts[1]);
    Restriction restriction = parts.length < 3 ? null : Restriction.valueOf(parts[2]);
    return switch (place) {
      case GrantPlace.OfClient(UUID client) when client.equals(where) ->
          Optional.of(
              new EffectiveGrant(
                  where, MSP, client, Set.of(role), false, Set.of(), null, restriction));
      case GrantPlace.OfMsp(UUID msp) when msp.equals(MSP) ->
          Optional.of(
              new EffectiveGrant(
                  where,
                  msp,
                  null,
                  Set.of(role),
                  role == Role.MSP_ADMIN,
                  role == Role.MSP_ADMIN ? Set.of() : Set.of(where),
                  null,
                  restriction));
      default -> Optional.empty();
    };
  }
}
