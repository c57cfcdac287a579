package dev.assay.tenants.keycloak;

import static dev.assay.tenants.keycloak.Realm.accounts;
import static dev.assay.tenants.keycloak.Realm.eventually;
import static dev.assay.tenants.keycloak.Realm.mailsTo;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.effectiveAtClient;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.local.keycloak.Tokens;
import dev.assay.local.keycloak.Totp;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.stack.KeycloakResource;
import dev.assay.testing.stack.SetUpPages;
import dev.assay.testing.stack.TestKeycloak;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of somebody invited, from the link in their mail to their first request. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
@WithTestResource(KeycloakResource.class)
@WithTestResource(ProvisioningOn.class)
class FirstSignInTest {

  private static final String PASSWORD = "a-long-password";

  private Client client;
  private String admin;
  private String mail;

  @BeforeEach
  void onboard() {
    client = newClient(newMsp());
    admin = client.msp().admin();
    mail = newSubject("person") + "@demo.invalid";
  }

  @Test
  void anExecutiveSetsUpBothFactorsAndComesWithTheSecond() throws Exception {
    UUID id = invite(client.path(), "CLIENT_EXECUTIVE");

    Totp factor = new SetUpPages(PASSWORD).follow(onlyMail()).orElseThrow();

    // The code that proved the factor is used up; the next one is good already.
    String next = factor.at(Instant.now().plus(Duration.ofSeconds(30)));
    JsonNode token =
        claims(new Tokens(TestKeycloak.url() + "/realms/assay").ofLevelTwo(mail, PASSWORD, next));
    String subject = accounts(mail).path(0).path("id").asText();
    assertThat(token.path("sub").asText()).isEqualTo(subject);
    assertThat(token.path("acr").asText()).isEqualTo("2");
    assertThat(token.path("exp").asLong() - token.path("iat").asLong()).isEqualTo(300);
    assertThat(accounts(mail).path(0).path("emailVerified").asBoolean()).isTrue();
    assertThat(accounts(mail).path(0).path("requiredActions")).isEmpty();
    eventually(
        () -> {
          effectiveAtClient(subject, client.id());
          get(admin, client.path() + "/invitations/" + id)
              .then()
              .body("status", equalTo("ACCEPTED"));
        });
  }

  @Test
  void aTechnicianSetsUpAPassword() throws Exception {
    invite(client.msp().path(), "MSP_TECHNICIAN");

    Optional<Totp> factor = new SetUpPages(PASSWORD).follow(onlyMail());

    assertThat(factor).isEmpty();
    assertThat(Realm.signIn(mail).status()).isEqualTo(200);
  }

  private UUID invite(String place, String role) {
    UUID id =
        created(
            post(
                admin,
                place + "/invitations",
                Map.of("mail", mail, "displayName", "Demo person", "role", role)));
    eventually(
        () ->
            get(admin, place + "/invitations/" + id)
                .then()
                .body("delivery.state", equalTo("DONE")));
    return id;
  }

  private String onlyMail() {
    assertThat(mailsTo(mail)).hasSize(1);
    return mailsTo(mail).getFirst();
  }

  private static JsonNode claims(String token) throws IOException {
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }
}
