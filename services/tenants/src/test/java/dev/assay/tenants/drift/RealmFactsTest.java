package dev.assay.tenants.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The comparison itself; {@code SignInDriftTest} makes it with a real Keycloak. */
class RealmFactsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DeclaredRealm file = new DeclaredRealm(realmFile());

  @Test
  void findsNothingWhereAllIsAsDeclared() {
    assertThat(RealmFacts.between(file.facts(), file.facts())).isEmpty();
  }

  @Test
  void ignoresWhatOnlyTheRunningRealmHas() {
    assertThat(RealmFacts.between(Map.of("/a", "1"), Map.of("/a", "1", "/b", "2"))).isEmpty();
  }

  @Test
  void reportsWhatIsOtherwiseAndWhatIsGone() {
    assertThat(
            RealmFacts.between(
                Map.of("/a", "1", "/b", "2", "/c", "3"), Map.of("/a", "1", "/b", "5")))
        .containsExactly(new Difference("/b", "2", "5"), new Difference("/c", "3", null));
  }

  @Test
  void takesNothingForAnEmptyText() {
    assertThat(RealmFacts.between(Map.of("/a", ""), Map.of())).isEmpty();
    assertThat(RealmFacts.between(Map.of("/a", ""), Map.of("/a", "x"))).hasSize(1);
  }

  @Test
  void declaresWhatSignInRestsOn() {
    assertThat(file.facts())
        .containsEntry("/realm/accessTokenLifespan", "300")
        .containsEntry("/realm/bruteForceProtected", "true")
        .containsEntry("/realm/otpPolicyType", "totp")
        .containsEntry("/realm/attributes/acr.loa.map", "{\"1\":1,\"2\":2}")
        .containsEntry("/realm/passwordPolicy", "length(10) and notUsername and passwordHistory(5)")
        .containsEntry("/roles/service", "present")
        .containsEntry("/clients/assay-cli/directAccessGrantsEnabled", "false")
        .containsEntry("/clients/assay-cli/redirectUris", "http://127.0.0.1/*")
        .containsEntry(
            "/clients/assay-cli/protocolMappers/audience assay-api/config/included.custom.audience",
            "assay-api")
        .containsEntry(
            "/flows/assay level 2",
            "conditional-level-of-authentication REQUIRED (level 2), auth-otp-form REQUIRED")
        .containsEntry("/steps/level 2/loa-max-age", "300")
        .containsEntry("/serviceAccounts/assay-tenants/realm", "people-provisioner")
        .containsEntry(
            "/serviceAccounts/assay-tenants/realm-management",
            "query-clients, query-users, view-realm")
        .containsEntry("/serviceAccounts/assay-services/realm", "service");
  }

  @Test
  void neverHoldsASecret() {
    ObjectNode client = JSON.createObjectNode().put("clientId", "c").put("secret", "s3cret");
    ObjectNode realm = JSON.createObjectNode();
    realm.putObject("smtpServer").put("host", "h").put("password", "s3cret");

    var facts = new RealmFacts().sayClient(client).sayRealm(realm, Set.of()).all();

    assertThat(facts).containsKey("/realm/smtpServer/host");
    assertThat(facts.toString()).doesNotContain("s3cret");
  }

  @Test
  void saysWhichApplicationsNobodyMayLookAt() {
    assertThat(file.visibleClients()).containsExactly("assay-cli", "assay-tenants");
    assertThat(file.notCompared())
        .containsExactly("/clients/admin-permissions", "/clients/assay-services");
  }

  @Test
  void takesTheRolesOfAnAccountAsAWhole() {
    var declared = new RealmFacts().sayRoles("/a", java.util.List.of("x")).all();
    var running = new RealmFacts().sayRoles("/a", java.util.List.of("x", "realm-admin")).all();

    assertThat(RealmFacts.between(declared, running))
        .containsExactly(new Difference("/a", "x", "realm-admin, x"));
  }

  @Test
  void replacesPlaceholdersAsKeycloakDoesAtImport() {
    ObjectNode node =
        JSON.createObjectNode()
            .put("a", "length(${ASSAY_PASSWORD_LENGTH:10}) and more")
            .put("b", "${ASSAY_SMTP_USER:}")
            .put("c", "${username}");

    JsonNode replaced =
        Placeholders.replaced(
            node,
            name -> name.equals("ASSAY_PASSWORD_LENGTH") ? Optional.of("14") : Optional.empty());

    assertThat(replaced.path("a").asText()).isEqualTo("length(14) and more");
    assertThat(replaced.path("b").asText()).isEmpty();
    assertThat(replaced.path("c").asText()).isEqualTo("${username}");
  }

  private static JsonNode realmFile() {
    try (var file = RealmFactsTest.class.getResourceAsStream("/sign-in/assay-realm.json")) {
      return Placeholders.replaced(JSON.readTree(file), name -> Optional.empty());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
