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

/**
 * Subjects say what they are: {@code <role>@<client id>}, or {@code <role>@<client id>@<person
 * id>}. All clients are of one MSP, where its own roles hold at that one client, or with the MSP's
 * id instead of a client's at all of them.
 */
@ApplicationScoped
class RoleGrants implements GrantSource {

  static final UUID MSP = UUID.fromString("01900000-0000-7000-8000-0000000000aa");

  @Override
  public Optional<EffectiveGrant> find(Token token, GrantPlace place) {
    String[] parts = token.subject().split("@", -1);
    Role role = Role.valueOf(parts[0]);
    UUID where = UUID.fromString(parts[1]);
    UUID person = parts.length > 2 ? UUID.fromString(parts[2]) : where;
    if (place.equals(new GrantPlace.OfClient(where))) {
      return Optional.of(
          new EffectiveGrant(person, MSP, where, Set.of(role), false, Set.of(), null));
    }
    boolean ofMsp = role.name().startsWith("MSP_") || role == Role.INTEGRATION;
    boolean all = where.equals(MSP);
    return ofMsp && place.equals(new GrantPlace.OfMsp(MSP))
        ? Optional.of(
            new EffectiveGrant(
                person, MSP, null, Set.of(role), all, all ? Set.of() : Set.of(where), null))
        : Optional.empty();
  }
}
