package dev.assay.tenants.directory;

import dev.assay.tenancy.grant.EffectiveGrant;
import dev.assay.tenancy.grant.GrantPlace;
import dev.assay.tenancy.grant.GrantSource;
import dev.assay.tenancy.grant.Token;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** This service asks nobody: its own tables say who may do what. */
@ApplicationScoped
class OwnGrants implements GrantSource {

  private final EffectiveGrants grants;

  OwnGrants(EffectiveGrants grants) {
    this.grants = grants;
  }

  @Override
  public Optional<EffectiveGrant> find(Token token, GrantPlace place) {
    return grants.find(token.subject(), place);
  }

  /** A revocation is in force at once where it was written. */
  @Override
  public boolean mayBeRemembered() {
    return false;
  }
}
