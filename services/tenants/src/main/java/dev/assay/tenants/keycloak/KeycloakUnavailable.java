package dev.assay.tenants.keycloak;

import org.jspecify.annotations.Nullable;

/** Keycloak does not answer, or not as it should; later it may. */
public final class KeycloakUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeycloakUnavailable(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
