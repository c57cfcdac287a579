package dev.assay.tenants.keycloak;

import static dev.assay.tenants.keycloak.Realm.accounts;
import static dev.assay.tenants.keycloak.Realm.eventually;
import static dev.assay.tenants.keycloak.Realm.signIn;
import static dev.assay.tenants.keycloak.Realm.someone;
import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.effectiveAtClient;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.grantOf;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.World.Msp;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.KeycloakResource;
import dev.assay.testing.stack.PlaysKeycloak;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak dead or hung: requests go on, the work waits and says so, and drains afterwards. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
@WithTestResource(KeycloakResource.class)
@WithTestResource(ProvisioningOn.class)
class KeycloakOutageTest {

  @PlaysKeycloak Consumer<String> keycloak;

  @AfterEach
  void end() {
    keycloak.accept("end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"die", "hang"})
  void requestsGoOnAndTheQueueDrainsWhenItIsBack(String mode) {
    Msp msp = newMsp();
    Client client = newClient(msp);
    String leaver = newSubject("leaver") + "@demo.invalid";
    String subject = someone(leaver, true);
    UUID person = newPerson(msp.admin(), msp.path(), subject);
    created(post(msp.admin(), client.path() + "/grants", grantOf("MSP_TECHNICIAN", person)));
    String mail = newSubject("person") + "@demo.invalid";

    keycloak.accept(mode);
    UUID invitation =
        created(
            inTime(
                () ->
                    post(
                        msp.admin(),
                        msp.path() + "/invitations",
                        Map.of("mail", mail, "displayName", "Demo", "role", "MSP_REVIEWER"))));
    inTime(
            () ->
                post(
                    msp.admin(),
                    msp.path() + "/people/" + person + "/departure",
                    Map.of(
                        "lastDay", LocalDate.now(ZoneOffset.UTC).toString(), "reason", "Leaves.")))
        .then()
        .statusCode(200);

    // Here the leaver is out at once, whatever Keycloak does.
    effectiveAtClient(subject, client.id()).then().statusCode(404);
    eventually(
        () ->
            inTime(() -> get(msp.admin(), msp.path() + "/people/" + person))
                .then()
                .body("state", equalTo("DISABLED"))
                .body("provisioning.state", equalTo("WAITING"))
                .body("provisioning.attempts", greaterThan(1))
                .body("provisioning.nextAttemptAt", notNullValue()));
    inTime(() -> get(msp.admin(), msp.path() + "/invitations/" + invitation))
        .then()
        .body("delivery.state", equalTo("WAITING"));
    assertThat(signIn(leaver).status()).as("Keycloak itself knows nothing yet").isEqualTo(200);
    Response drift = inTime(() -> get(OPERATOR, "/v1/platform/sign-in-drift"));
    Problems.expect(drift, 503, "dependency-unavailable");
    assertThat(drift.header("Retry-After")).isNotBlank();

    keycloak.accept("end");

    eventually(
        () ->
            get(msp.admin(), msp.path() + "/people/" + person)
                .then()
                .body("provisioning.state", equalTo("DONE")));
    assertThat(signIn(leaver).status()).isNotEqualTo(200);
    eventually(
        () ->
            get(msp.admin(), msp.path() + "/invitations/" + invitation)
                .then()
                .body("delivery.state", equalTo("DONE")));
    assertThat(accounts(mail)).hasSize(1);
  }

  private static Response inTime(Supplier<Response> call) {
    Instant begun = Instant.now();
    Response answer = call.get();
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofMillis(2500));
    return answer;
  }
}
