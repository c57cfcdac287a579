package dev.assay.tenants.keycloak;

import static dev.assay.tenants.keycloak.Realm.account;
import static dev.assay.tenants.keycloak.Realm.accounts;
import static dev.assay.tenants.keycloak.Realm.eventually;
import static dev.assay.tenants.keycloak.Realm.goOn;
import static dev.assay.tenants.keycloak.Realm.mailsTo;
import static dev.assay.tenants.keycloak.Realm.signIn;
import static dev.assay.tenants.keycloak.Realm.someone;
import static dev.assay.tenants.world.World.as;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.effectiveAtClient;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.grantOf;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.TestClock;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.World.Msp;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.stack.KeycloakResource;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.stack.TestKeycloak.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts at a real Keycloak follow what is decided here. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
@WithTestResource(KeycloakResource.class)
@WithTestResource(ProvisioningOn.class)
class ProvisioningTest {

  private static Msp sharedMsp;
  private static Client sharedClient;

  @Inject ProvisioningRounds rounds;

  private Msp msp;
  private Client client;
  private String mail;

  @BeforeEach
  void onboardOnce() {
    if (sharedMsp == null) {
      sharedMsp = newMsp();
      sharedClient = newClient(sharedMsp);
    }
    msp = sharedMsp;
    client = sharedClient;
    mail = newSubject("person") + "@demo.invalid";
  }

  @AfterEach
  void setTheClockBack() {
    TestClock.ahead(Duration.ZERO);
  }

  @Test
  void anInvitedPersonGetsAnAccountWithoutCredentialsAndAMailToSetItUp() {
    UUID id = invited(client.path(), mail, "CLIENT_EXECUTIVE");

    var account = accounts(mail).path(0);
    assertThat(account.path("enabled").asBoolean()).isTrue();
    assertThat(account.path("requiredActions"))
        .extracting(action -> action.asText())
        .containsExactlyInAnyOrder("UPDATE_PASSWORD", "CONFIGURE_TOTP");
    assertThat(Realm.get("/users/" + account.path("id").asText() + "/credentials")).isEmpty();
    assertThat(mailsTo(mail)).hasSize(1).first().asString().contains("login-actions/action-token");
    UUID person = personOf(client.path(), id);
    get(msp.admin(), client.path() + "/people/" + person)
        .then()
        .body("displayName", equalTo("Demo person"))
        .body("state", equalTo("ACTIVE"))
        .body("provisioning.state", equalTo("DONE"));
    assertThat(AuditLog.events(person, "person.registered")).isEqualTo(1);
  }

  @Test
  void whoSignsNothingSetsUpAPasswordFirst() {
    invited(msp.path(), mail, "MSP_TECHNICIAN");

    assertThat(accounts(mail).path(0).path("requiredActions"))
        .extracting(action -> action.asText())
        .containsExactly("UPDATE_PASSWORD");
  }

  @Test
  void theFirstSignInAcceptsTheInvitationAndForgetsTheAddress() throws SQLException {
    UUID id = invited(msp.path(), mail, "MSP_TECHNICIAN");
    String subject = accounts(mail).path(0).path("id").asText();

    eventually(
        () -> {
          // It comes to any service, which asks for its grants here; it has none yet.
          effectiveAtClient(subject, client.id()).then().statusCode(404);
          invitation(msp.path(), id)
              .then()
              .body("status", equalTo("ACCEPTED"))
              .body("mail", nullValue());
        });
    assertThat(AuditLog.events(id, "invitation.accepted")).isEqualTo(1);
    assertThat(waiting(id)).isZero();
    conflict(invite(msp.path(), mail, "MSP_TECHNICIAN"), "person-already-known");
  }

  @Test
  void anAccountThatWasMadeButNotRecordedIsFoundAgain() {
    // What a worker leaves that dies between Keycloak's answer and its own transaction.
    Realm.change(
        "POST",
        "/users",
        Map.of(
            "username",
            mail,
            "email",
            mail,
            "enabled",
            true,
            "requiredActions",
            List.of("UPDATE_PASSWORD")));

    invited(msp.path(), mail, "MSP_TECHNICIAN");

    assertThat(accounts(mail)).hasSize(1);
    assertThat(mailsTo(mail)).hasSize(1);
  }

  @Test
  void whoHasAnAccountKeepsItAndGetsNoMail() {
    String username = newSubject("known");
    String subject = someone(username, true);

    UUID id = invited(msp.path(), username + "@demo.invalid", "MSP_TECHNICIAN");

    assertThat(mailsTo(username + "@demo.invalid")).isEmpty();
    eventually(
        () -> {
          effectiveAtClient(subject, client.id());
          invitation(msp.path(), id).then().body("status", equalTo("ACCEPTED"));
        });
    assertThat(signIn(username).status()).isEqualTo(200);
  }

  @Test
  void anAddressThatNobodyProvedOpensNobodysAccount() {
    String username = newSubject("impostor");
    someone(username, false);

    UUID id = created(invite(msp.path(), username + "@demo.invalid", "MSP_TECHNICIAN"));

    failed(id, "address-not-verified");
  }

  @Test
  void anAccountThatKeycloaksAdminsSwitchedOffStaysOff() {
    String subject = someone(mail, true);
    Realm.change("PUT", "/users/" + subject, Map.of("enabled", false));

    UUID id = created(invite(msp.path(), mail, "MSP_TECHNICIAN"));

    failed(id, "account-switched-off");
    assertThat(account(subject).path("enabled").asBoolean()).isFalse();
  }

  @Test
  void aLeaversSessionsEndAndTheirAccountIsOffUntilTheyReturn() {
    String subject = someone(mail, true);
    UUID person = newPerson(msp.admin(), msp.path(), subject);
    Answer session = signIn(mail);
    assertThat(session.status()).isEqualTo(200);

    depart(msp, person);

    provisioned(msp, person);
    assertThat(account(subject).path("enabled").asBoolean()).isFalse();
    assertThat(signIn(mail).status()).isNotEqualTo(200);
    post(
            msp.admin(),
            msp.path() + "/people/" + person + "/reinstatement",
            Map.of("reason", "Is back."))
        .then()
        .statusCode(200);
    provisioned(msp, person);
    assertThat(signIn(mail).status()).isEqualTo(200);
    assertThat(goOn(session).status()).as("the old session").isEqualTo(400);
  }

  @Test
  void anAccountThatAnotherMspNeedsStaysOnUntilNobodyDoes() {
    String subject = someone(mail, true);
    UUID here = newPerson(msp.admin(), msp.path(), subject);
    Msp other = newMsp("Harbour Gate IT (demo)");
    UUID there = newPerson(other.admin(), other.path(), subject);

    depart(msp, here);
    provisioned(msp, here);
    assertThat(signIn(mail).status()).isEqualTo(200);

    depart(other, there);
    provisioned(other, there);
    assertThat(signIn(mail).status()).isNotEqualTo(200);
  }

  @Test
  void nobodyIsSignedOutOfAnotherMspsWork() {
    String subject = someone(mail, true);
    UUID here = newPerson(msp.admin(), msp.path(), subject);
    Msp other = newMsp("Harbour Gate IT (demo)");
    newPerson(other.admin(), other.path(), subject);
    Answer session = signIn(mail);

    trigger(msp.admin(), msp.path() + "/people/" + here + "/sign-out").then().statusCode(200);

    refused(here, "account-shared");
    assertThat(goOn(session).status()).isEqualTo(200);
  }

  /** Else anybody who may make people known could switch off how services come to each other. */
  @Test
  void applicationsAreLeftToKeycloaksAdmins() {
    String application = accounts("service-account-assay-services").path(0).path("id").asText();
    UUID person = newPerson(msp.admin(), msp.path(), application, "SERVICE_ACCOUNT");

    depart(msp, person);

    refused(person, "application");
    assertThat(account(application).path("enabled").asBoolean()).isTrue();
  }

  @Test
  void aReturnDoesNotUndoWhatKeycloaksAdminsDecided() {
    String subject = someone(mail, true);
    UUID person = newPerson(msp.admin(), msp.path(), subject);
    Realm.change("PUT", "/users/" + subject, Map.of("enabled", false));
    depart(msp, person);
    provisioned(msp, person);

    post(
            msp.admin(),
            msp.path() + "/people/" + person + "/reinstatement",
            Map.of("reason", "Is back."))
        .then()
        .statusCode(200);

    refused(person, "account-switched-off");
    assertThat(account(subject).path("enabled").asBoolean()).isFalse();
  }

  @Test
  void aSignOutEndsTheSessionsAndLeavesTheAccountOn() {
    String subject = someone(mail, true);
    UUID person = newPerson(msp.admin(), msp.path(), subject);
    Answer session = signIn(mail);

    trigger(msp.admin(), msp.path() + "/people/" + person + "/sign-out").then().statusCode(200);

    provisioned(msp, person);
    assertThat(goOn(session).status()).isEqualTo(400);
    assertThat(signIn(mail).status()).isEqualTo(200);
  }

  @Test
  void aWithdrawnInvitationSwitchesTheAccountOffAndANewOneOnAgain() {
    UUID id = invited(msp.path(), mail, "MSP_TECHNICIAN");
    UUID person = personOf(msp.path(), id);
    String subject = accounts(mail).path(0).path("id").asText();
    created(post(msp.admin(), client.path() + "/grants", grantOf("MSP_TECHNICIAN", person)));

    post(
            msp.admin(),
            msp.path() + "/invitations/" + id + "/withdraw",
            Map.of("reason", "Somebody else was hired."))
        .then()
        .statusCode(200);

    effectiveAtClient(subject, client.id()).then().statusCode(404);
    provisioned(msp, person);
    assertThat(account(subject).path("enabled").asBoolean()).isFalse();
    UUID again = invited(msp.path(), mail, "MSP_TECHNICIAN");
    assertThat(personOf(msp.path(), again)).isEqualTo(person);
    eventually(() -> assertThat(account(subject).path("enabled").asBoolean()).isTrue());
    effectiveAtClient(subject, client.id()).then().statusCode(404);
  }

  @Test
  void anInvitationThatNobodyAcceptsEndsWithAllThatCameOfIt() throws SQLException {
    UUID id = invited(msp.path(), mail, "MSP_TECHNICIAN");
    UUID person = personOf(msp.path(), id);
    String subject = accounts(mail).path(0).path("id").asText();
    UUID grant =
        created(post(msp.admin(), client.path() + "/grants", grantOf("MSP_TECHNICIAN", person)));

    TestClock.ahead(Duration.ofDays(8));
    superuser("update provisioning_work set due_at = now() where entity_id = '" + id + "'");

    eventually(
        () ->
            invitation(msp.path(), id)
                .then()
                .body("ended.by", equalTo("system:invitations"))
                .body("mail", nullValue()));
    get(msp.admin(), client.path() + "/grants/" + grant)
        .then()
        .body("status", equalTo("REVOKED"))
        .body("revoked.by", equalTo("system:invitations"));
    get(msp.admin(), msp.path() + "/people/" + person).then().body("state", equalTo("DISABLED"));
    eventually(() -> assertThat(account(subject).path("enabled").asBoolean()).isFalse());
    assertThat(AuditLog.events(id, "invitation.expired")).isEqualTo(1);
  }

  @Test
  void whoHasLeftIsNotInvitedButReinstated() {
    String subject = someone(mail, true);
    UUID person = newPerson(msp.admin(), msp.path(), subject);
    depart(msp, person);
    provisioned(msp, person);

    // Nothing here knows the address yet; Keycloak knows whose it is.
    UUID id = created(invite(msp.path(), mail, "MSP_TECHNICIAN"));

    failed(id, "person-disabled");
    assertThat(account(subject).path("enabled").asBoolean()).isFalse();
  }

  @Test
  void anInvitedPersonWhoLeavesIsNotInvitedAgain() {
    UUID id = invited(msp.path(), mail, "MSP_TECHNICIAN");
    UUID person = personOf(msp.path(), id);

    depart(msp, person);

    invitation(msp.path(), id)
        .then()
        .body("status", equalTo("WITHDRAWN"))
        .body("mail", nullValue());
    conflict(invite(msp.path(), mail, "MSP_TECHNICIAN"), "person-disabled");
  }

  @Test
  void manyWorkersAtOnceDoEachPieceOfWorkOnce() throws Exception {
    List<String> mails = new ArrayList<>();
    List<UUID> invitations = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      mails.add(newSubject("person") + "@demo.invalid");
      invitations.add(created(invite(msp.path(), mails.getLast(), "MSP_REVIEWER")));
    }
    Callable<Integer> worker = rounds::drain;

    try (var threads = Executors.newFixedThreadPool(4)) {
      threads.invokeAll(Collections.nCopies(4, worker)).forEach(done -> done.resultNow());
    }

    for (int i = 0; i < mails.size(); i++) {
      String address = mails.get(i);
      UUID id = invitations.get(i);
      eventually(() -> invitation(msp.path(), id).then().body("delivery.state", equalTo("DONE")));
      assertThat(accounts(address)).hasSize(1);
      assertThat(mailsTo(address)).hasSize(1);
      assertThat(steps(id)).isEqualTo("CREATE DONE, SEND DONE");
    }
  }

  private Response invite(String place, String address, String role) {
    return post(
        msp.admin(),
        place + "/invitations",
        Map.of("mail", address, "displayName", "Demo person", "role", role));
  }

  /** Invites, and waits until Keycloak knows and the mail is sent. */
  private UUID invited(String place, String address, String role) {
    UUID id = created(invite(place, address, role));
    eventually(() -> invitation(place, id).then().body("delivery.state", equalTo("DONE")));
    return id;
  }

  private Response invitation(String place, UUID id) {
    return get(msp.admin(), place + "/invitations/" + id);
  }

  private UUID personOf(String place, UUID id) {
    return UUID.fromString(invitation(place, id).path("personId"));
  }

  private void failed(UUID id, String code) {
    eventually(
        () ->
            invitation(msp.path(), id)
                .then()
                .body("delivery.state", equalTo("FAILED"))
                .body("delivery.code", equalTo(code))
                .body("personId", nullValue()));
  }

  private void refused(UUID person, String code) {
    eventually(
        () ->
            get(msp.admin(), msp.path() + "/people/" + person)
                .then()
                .body("provisioning.state", equalTo("FAILED"))
                .body("provisioning.code", equalTo(code)));
  }

  private static void depart(Msp of, UUID person) {
    post(
            of.admin(),
            of.path() + "/people/" + person + "/departure",
            Map.of("lastDay", LocalDate.now(ZoneOffset.UTC).toString(), "reason", "Leaves."))
        .then()
        .statusCode(200);
  }

  private static void provisioned(Msp of, UUID person) {
    eventually(
        () ->
            as(of.admin())
                .get(of.path() + "/people/" + person)
                .then()
                .body("provisioning.state", equalTo("DONE")));
  }

  private static void conflict(Response answer, String slug) {
    dev.assay.testing.problem.Problems.expect(answer, 409, slug);
  }

  private static void superuser(String sql) throws SQLException {
    try (var connection = TestDatabase.superuser();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int waiting(UUID entity) throws SQLException {
    return Integer.parseInt(
        text("select count(*) from provisioning_work where entity_id = '" + entity + "'"));
  }

  private static String steps(UUID entity) throws SQLException {
    return text(
        "select string_agg(kind || ' ' || outcome, ', ' order by id) from provisioning_step"
            + " where entity_id = '"
            + entity
            + "'");
  }

  private static String text(String sql) throws SQLException {
    try (var connection = TestDatabase.superuser();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
