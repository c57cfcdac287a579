package dev.assay.tenants.keycloak;

import static dev.assay.tenants.keycloak.Realm.PASSWORD;
import static dev.assay.tenants.keycloak.Realm.signIn;
import static dev.assay.tenants.keycloak.Realm.someone;
import static dev.assay.tenants.keycloak.Realm.tokenOfTenants;
import static dev.assay.tenants.world.World.newSubject;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.stack.KeycloakResource;
import dev.assay.testing.stack.TestKeycloak;
import dev.assay.testing.stack.TestKeycloak.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the account of tenants may do at Keycloak, what it may not, and what sign-in rests on. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
@WithTestResource(KeycloakResource.class)
@WithTestResource(ProvisioningOn.class)
class AccountOfTenantsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OTHERS_CLIENT = "/clients/00000000-0000-4000-8000-0000000000c3";

  @Test
  void givesNobodyARole() {
    String person = someone(newSubject("person"), true);
    JsonNode service = Realm.get("/roles/service");

    Answer given =
        TestKeycloak.call(
            tokenOfTenants(),
            "POST",
            "/users/" + person + "/role-mappings/realm",
            List.of(service));

    assertThat(given.status()).isEqualTo(403);
    assertThat(Realm.get("/users/" + person + "/role-mappings/realm"))
        .extracting(role -> role.path("name").asText())
        .doesNotContain("service");
  }

  @Test
  void comesAsNobodyElse() {
    String person = someone(newSubject("person"), true);

    assertThat(
            TestKeycloak.call(tokenOfTenants(), "POST", "/users/" + person + "/impersonation", null)
                .status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT  |                         | {\"bruteForceProtected\": false}",
        "GET  | %c3/client-secret        |",
        "GET  | %c3                      |",
        "POST | %c1/client-secret        | {}",
        "PUT  | %c2                      | {\"fullScopeAllowed\": true}",
        "POST | /clients                 | {\"clientId\": \"x\"}",
        "POST | /roles                   | {\"name\": \"x\"}",
        "POST | /groups                  | {\"name\": \"x\"}",
        "POST | /authentication/flows    | {\"alias\": \"x\", \"providerId\": \"basic-flow\"}",
        "POST | /components              | {\"name\": \"x\", \"providerId\": \"x\"}",
        "GET  | /admin-events            |",
        "POST | /partial-export          | {}"
      })
  void changesNoSettingAndReadsNoSecretOfOthers(String method, String path, String body)
      throws IOException {
    String address =
        path == null ? "" : path.replace("%", "/clients/00000000-0000-4000-8000-0000000000");

    Answer answer =
        TestKeycloak.call(
            tokenOfTenants(), method, address, body == null ? null : JSON.readTree(body));

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void isGivenNoSecretWithTheApplicationsItLists() {
    Answer all = TestKeycloak.call(tokenOfTenants(), "GET", "/clients", null);

    assertThat(StreamSupport.stream(all.body().spliterator(), false))
        .extracting(client -> client.path("clientId").asText())
        .doesNotContain("assay-services");
    assertThat(TestKeycloak.admin("GET", OTHERS_CLIENT + "/client-secret", null).status())
        .isEqualTo(200);
  }

  /**
   * Keycloak knows no permission to manage people that excludes their credentials: whoever may
   * change a user may send credentials along. Should this ever be refused, the note in the README
   * goes.
   */
  @Test
  void couldStillSetAPasswordWhichThenStandsInTheAdminEvents() {
    String username = newSubject("person");
    String person = someone(username, true);

    Answer set =
        TestKeycloak.call(
            tokenOfTenants(),
            "PUT",
            "/users/" + person,
            Map.of(
                "credentials", List.of(Map.of("type", "password", "value", "another-long-one"))));

    assertThat(set.status()).isEqualTo(204);
    assertThat(signIn(username).status()).isNotEqualTo(200);
    JsonNode events =
        Realm.get("/admin-events?resourcePath=users/" + person + "&operationTypes=UPDATE");
    assertThat(events).hasSize(1);
    assertThat(events.path(0).path("representation").asText())
        .as("Keycloak leaves credentials out; a switch by this service says enabled")
        .doesNotContain("enabled");
    assertThat(events.path(0).path("authDetails").path("clientId").asText())
        .isEqualTo(Realm.get("/clients?clientId=assay-tenants").path(0).path("id").asText());
  }

  @Test
  void tokensLiveForFiveMinutesAndSayTheirLevel() throws IOException {
    String username = newSubject("person");
    someone(username, true);

    JsonNode token = signIn(username).body();

    assertThat(token.path("expires_in").asInt()).isEqualTo(300);
    assertThat(claims(token.path("access_token").asText()).path("acr").asText()).isEqualTo("1");
  }

  @Test
  void fiveWrongPasswordsMakeAnAccountWait() {
    String username = newSubject("person");
    someone(username, true);
    Map<String, String> wrong =
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "assay-cli",
            "username",
            username,
            "password",
            "not-" + PASSWORD);

    for (int i = 0; i < 5; i++) {
      assertThat(TestKeycloak.tokenAnswer(wrong).status()).isNotEqualTo(200);
    }

    Realm.eventually(() -> assertThat(signIn(username).status()).isNotEqualTo(200));
  }

  @Test
  void passwordsAreNeitherShortNorTheName() {
    String username = newSubject("person");
    String person = someone(username, true);

    for (String weak : List.of("short", username, PASSWORD)) {
      assertThat(
              TestKeycloak.admin(
                      "PUT",
                      "/users/" + person + "/reset-password",
                      Map.of("type", "password", "value", weak))
                  .status())
          .as(weak)
          .isEqualTo(400);
    }
  }

  private static JsonNode claims(String token) throws IOException {
    return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }
}
