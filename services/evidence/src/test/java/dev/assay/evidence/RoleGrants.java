package dev.assay.evidence;

import dev.assay.tenancy.grant.EffectiveGrant;
import dev.assay.tenancy.grant.GrantPlace;
import dev.assay.tenancy.grant.GrantSource;
import dev.assay.tenancy.grant.Token;
import dev.assay.tenancy.permission.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Subjects say what they are: {@code <role>@<client id>}. All clients are of one MSP. */
@ApplicationScoped
class RoleGrants implements GrantSource {

  static final UUID MSP = UUID.fromString("01900000-0000-7000-8000-0000000000aa");

  @Override
  public Optional<EffectiveGrant> find(Token token, GrantPlace place) {
    String[] parts = token.subject().split("@", -1);
    Role role = Role.valueOf(parts[0]);
    UUID where = UUID.fromString(parts[1]);
    return place.equals(new GrantPlace.OfClient(where))
        ? Optional.of(new EffectiveGrant(where, MSP, where, Set.of(role), false, Set.of(), null))
        : Optional.empty();
  }
}
