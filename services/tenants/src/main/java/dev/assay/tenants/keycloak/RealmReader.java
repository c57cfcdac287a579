package dev.assay.tenants.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The running realm, as far as this service's account may see it: never a secret but its own. Every
 * call may say {@link KeycloakUnavailable}.
 */
@ApplicationScoped
public class RealmReader {

  private final KeycloakCalls calls;
  private final ObjectMapper json;

  RealmReader(KeycloakCalls calls, ObjectMapper json) {
    this.calls = calls;
    this.json = json;
  }

  /** The realm's own settings. */
  public JsonNode realm() {
    return calls.call("read the realm", as -> as.realmApi().realm(as.bearer(), as.realm()));
  }

  /** One application, if it is there and may be seen. */
  public Optional<JsonNode> client(String clientId) {
    return first(
        calls.call(
            "read an application", as -> as.realmApi().clients(as.bearer(), as.realm(), clientId)));
  }

  /** One realm role. */
  public Optional<JsonNode> role(String name) {
    return ifThere(
        () -> calls.call("read a role", as -> as.realmApi().role(as.bearer(), as.realm(), name)));
  }

  /** The steps of a flow and of the flows in it, in order, each with its level. */
  public Optional<JsonNode> executions(String flow) {
    return ifThere(
        () ->
            calls.call(
                "read a flow", as -> as.realmApi().executions(as.bearer(), as.realm(), flow)));
  }

  /** What a step of a flow is set to. */
  public JsonNode configuration(String id) {
    return calls.call(
        "read a step", as -> as.realmApi().configuration(as.bearer(), as.realm(), id));
  }

  /** What Keycloak keeps about people, and who may change it. */
  public JsonNode userProfile() {
    return calls.call(
        "read the user profile", as -> as.realmApi().userProfile(as.bearer(), as.realm()));
  }

  /** The realm roles of an application's service account, if it has one. */
  public Optional<JsonNode> rolesOfServiceAccount(String clientId) {
    return first(
            calls.call(
                "read a service account",
                as ->
                    as.realmApi()
                        .users(as.bearer(), as.realm(), "service-account-" + clientId, true)))
        .map(
            account ->
                calls.call(
                    "read a service account's roles",
                    as ->
                        as.realmApi()
                            .realmRoles(as.bearer(), as.realm(), account.path("id").asText())));
  }

  /** The claims of this service's own token, which name all roles that its account has. */
  public JsonNode ownClaims() {
    String token = calls.call("get a token", as -> as.bearer());
    try {
      return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  private static Optional<JsonNode> first(JsonNode list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(0));
  }

  private static Optional<JsonNode> ifThere(Supplier<JsonNode> call) {
    try {
      return Optional.of(call.get());
    } catch (WebApplicationException refused) {
      if (refused.getResponse().getStatus() == 404) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
