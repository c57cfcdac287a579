package dev.assay.tenancy.grant;

import dev.assay.http.problem.ExceptionMappers;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The verified token of the current request, from an application that may call us. */
@ApplicationScoped
class Tokens {

  /** Verification is local; only the first fetch of Keycloak's keys takes time. */
  private static final Duration PATIENCE = Duration.ofMillis(1800);

  private final CurrentIdentityAssociation association;
  private final Set<String> authorizedParties;

  Tokens(
      CurrentIdentityAssociation association,
      @ConfigProperty(name = "assay.oidc.authorized-parties") Set<String> authorizedParties) {
    this.association = association;
    this.authorizedParties = authorizedParties;
  }

  Token verified() {
    SecurityIdentity identity = association.getDeferredIdentity().await().atMost(PATIENCE);
    if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken jwt)) {
      throw ExceptionMappers.unauthenticated();
    }
    String authorizedParty = jwt.getClaim("azp");
    if (authorizedParty == null
        || !authorizedParties.contains(authorizedParty)
        || jwt.getSubject() == null) {
      throw ExceptionMappers.unauthenticated();
    }
    return new Token(jwt.getSubject(), authorizedParty, level(jwt), jwt.getRawToken());
  }

  private static int level(JsonWebToken jwt) {
    Object acr = jwt.getClaim("acr");
    return acr == null ? 0 : "2".equals(acr.toString()) ? 2 : 1;
  }
}
