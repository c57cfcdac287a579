package dev.assay.tenants.drift;

import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.tenants.keycloak.ProvisioningOn;
import dev.assay.tenants.keycloak.Realm;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.stack.KeycloakResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What somebody changes by hand in the real realm is what is reported, and nothing else. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
@WithTestResource(KeycloakResource.class)
@WithTestResource(ProvisioningOn.class)
class SignInDriftTest {

  @Test
  void aRealmAsImportedHasNotDrifted() {
    assertThat(differences()).isEmpty();
    assertThat(drift().jsonPath().getList("notCompared", String.class))
        .containsExactly("/clients/admin-permissions", "/clients/assay-services");
  }

  @Test
  void settingsOfTheRealmAreReported() {
    Realm.change("PUT", "", Map.of("bruteForceProtected", false, "accessTokenLifespan", 3600));

    try {
      assertThat(differences())
          .containsExactly(
              new Difference("/realm/accessTokenLifespan", "300", "3600"),
              new Difference("/realm/bruteForceProtected", "true", "false"));
    } finally {
      Realm.change("PUT", "", Map.of("bruteForceProtected", true, "accessTokenLifespan", 300));
    }
    assertThat(differences()).isEmpty();
  }

  @Test
  void aWeakerPasswordPolicyIsReported() {
    Realm.change("PUT", "", Map.of("passwordPolicy", "length(4)"));

    try {
      assertThat(differences())
          .containsExactly(
              new Difference(
                  "/realm/passwordPolicy",
                  "length(10) and notUsername and passwordHistory(5)",
                  "length(4)"));
    } finally {
      Realm.change(
          "PUT",
          "",
          Map.of("passwordPolicy", "length(10) and notUsername() and passwordHistory(5)"));
    }
  }

  @Test
  void anApplicationsNewRedirectIsReported() {
    ObjectNode client = Realm.get("/clients?clientId=assay-cli").path(0).deepCopy();
    String path = "/clients/" + client.path("id").asText();
    JsonNode before = client.deepCopy();
    ((ArrayNode) client.path("redirectUris")).add("https://elsewhere.invalid/*");
    Realm.change("PUT", path, client);

    try {
      assertThat(differences())
          .containsExactly(
              new Difference(
                  "/clients/assay-cli/redirectUris",
                  "http://127.0.0.1/*",
                  "http://127.0.0.1/*, https://elsewhere.invalid/*"));
    } finally {
      Realm.change("PUT", path, before);
    }
  }

  @Test
  void aSecondFactorThatIsNoLongerNeededIsReported() {
    String executions = "/authentication/flows/assay%20browser/executions";
    ObjectNode otp = step(executions, "auth-otp-form");
    ObjectNode weaker = otp.deepCopy();
    weaker.put("requirement", "DISABLED");
    Realm.change("PUT", executions, weaker);

    try {
      assertThat(differences())
          .containsExactly(
              new Difference(
                  "/flows/assay level 2",
                  "conditional-level-of-authentication REQUIRED (level 2), auth-otp-form REQUIRED",
                  "conditional-level-of-authentication REQUIRED (level 2), auth-otp-form DISABLED"));
    } finally {
      Realm.change("PUT", executions, otp);
    }
  }

  @Test
  void aLongerSecondFactorIsReported() {
    String executions = "/authentication/flows/assay%20browser/executions";
    String id =
        StreamSupport.stream(Realm.get(executions).spliterator(), false)
            .filter(step -> step.path("alias").asText().equals("level 2"))
            .findFirst()
            .orElseThrow()
            .path("authenticationConfig")
            .asText();
    ObjectNode before = Realm.get("/authentication/config/" + id).deepCopy();
    ObjectNode longer = before.deepCopy();
    ((ObjectNode) longer.path("config")).put("loa-max-age", "36000");
    Realm.change("PUT", "/authentication/config/" + id, longer);

    try {
      assertThat(differences())
          .containsExactly(new Difference("/steps/level 2/loa-max-age", "300", "36000"));
    } finally {
      Realm.change("PUT", "/authentication/config/" + id, before);
    }
  }

  @Test
  void anAccountThatMayMoreIsReported() {
    String account =
        Realm.get("/users?exact=true&username=service-account-assay-services")
            .path(0)
            .path("id")
            .asText();
    List<JsonNode> role = List.of(Realm.get("/roles/people-provisioner"));
    Realm.change("POST", "/users/" + account + "/role-mappings/realm", role);

    try {
      assertThat(differences())
          .containsExactly(
              new Difference(
                  "/serviceAccounts/assay-services/realm",
                  "service",
                  "people-provisioner, service"));
    } finally {
      Realm.change("DELETE", "/users/" + account + "/role-mappings/realm", role);
    }
  }

  private static ObjectNode step(String executions, String provider) {
    return StreamSupport.stream(Realm.get(executions).spliterator(), false)
        .filter(step -> step.path("providerId").asText().equals(provider))
        .findFirst()
        .orElseThrow()
        .deepCopy();
  }

  private static List<Difference> differences() {
    return drift().jsonPath().getList("differences", Difference.class);
  }

  /** A busy Keycloak may take longer than anybody waits: the answer says so, and we ask again. */
  private static Response drift() {
    Response answer = get(OPERATOR, "/v1/platform/sign-in-drift");
    for (int again = 0; again < 5 && answer.statusCode() == 503; again++) {
      answer = get(OPERATOR, "/v1/platform/sign-in-drift");
    }
    answer.then().statusCode(200);
    return answer;
  }
}
