package dev.assay.tenants.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where Keycloak is, and as whom this service comes. The address is the issuer's: production
 * refuses one without https, and the secret goes nowhere else.
 */
@ApplicationScoped
class KeycloakSettings {

  /** The realm's name for this service. */
  static final String CLIENT = "assay-tenants";

  private static final String REALMS = "/realms/";

  private final String issuer;
  private final String secret;

  KeycloakSettings(
      @ConfigProperty(name = "assay.oidc.issuer") String issuer,
      @ConfigProperty(name = "assay.keycloak.secret") String secret) {
    if (!issuer.contains(REALMS)) {
      throw new IllegalArgumentException("assay.oidc.issuer is no realm of Keycloak: " + issuer);
    }
    this.issuer = issuer;
    this.secret = secret;
  }

  URI address() {
    return URI.create(issuer.substring(0, issuer.lastIndexOf(REALMS)));
  }

  String realm() {
    return issuer.substring(issuer.lastIndexOf(REALMS) + REALMS.length());
  }

  String secret() {
    return secret;
  }
}
