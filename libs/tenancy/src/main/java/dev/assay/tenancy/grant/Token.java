package dev.assay.tenancy.grant;

/**
 * A verified access token.
 *
 * @param subject who, as Keycloak names them
 * @param authorizedParty the client application that obtained it ({@code azp})
 * @param level authentication level ({@code acr}), 1 or 2; 0 when the token does not say
 * @param raw the token itself, to be passed on in the caller's own name
 */
public record Token(String subject, String authorizedParty, int level, String raw) {

  /** Never shows the token. */
  @Override
  public String toString() {
    return "Token[" + subject + " via " + authorizedParty + ", level " + level + "]";
  }
}
