package dev.assay.tenants.invitation;

import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.invitationOf;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.patiently;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.TestClock;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.World.Msp;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.NothingHalfDone;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without Keycloak, where invitations wait; {@code ProvisioningTest} has one. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class InvitationResourceTest {

  private Msp msp;
  private String mail;

  @BeforeEach
  void onboard() {
    msp = newMsp();
    mail = newSubject("technician") + "@demo.invalid";
  }

  @AfterEach
  void setTheClockBack() {
    TestClock.ahead(Duration.ZERO);
  }

  @Test
  void anInvitationWaitsForKeycloakAndSaysSo() {
    UUID id = created(invite(mail));

    get(msp.admin(), msp.path() + "/invitations/" + id)
        .then()
        .statusCode(200)
        .body("status", equalTo("OPEN"))
        .body("mail", equalTo(mail))
        .body("personId", nullValue())
        .body("delivery.state", equalTo("WAITING"))
        .body("delivery.kind", equalTo("CREATE"))
        .body("delivery.attempts", equalTo(0));
    get(msp.admin(), msp.path() + "/invitations").then().body("items.id", contains(id.toString()));
    assertThat(AuditLog.events(id, "invitation.made")).isEqualTo(1);
  }

  @Test
  void theAddressStandsInNoAuditEventAndInNoStoredAnswer() throws SQLException {
    UUID id = created(invite(mail));
    trigger(msp.admin(), msp.path() + "/invitations/" + id + "/send")
        .then()
        .statusCode(200)
        .body("mail", nullValue());

    assertThat(tablesThatHold(mail)).containsExactly("invitation");

    withdraw(id).then().statusCode(200);
    assertThat(tablesThatHold(mail)).isEmpty();
    assertThat(AuditLog.events(id, "invitation.withdrawn")).isEqualTo(1);
  }

  @Test
  void nobodyIsInvitedTwiceAtOnceToOnePlace() {
    created(invite(mail));

    NothingHalfDone.by(
        () ->
            Problems.expect(
                invite("  " + mail.toUpperCase(java.util.Locale.ROOT)),
                409,
                "invitation-already-open"));
    created(
        post(
            msp.admin(),
            newClient(msp).path() + "/invitations",
            Map.of("mail", mail, "displayName", "Demo", "role", "CONTROL_OWNER")));
  }

  @Test
  void ofManyInvitationsAtOnceOneIsMade() throws Exception {
    Callable<Integer> call = () -> patiently(() -> invite(mail)).statusCode();

    try (var threads = Executors.newFixedThreadPool(8)) {
      var answers = threads.invokeAll(Collections.nCopies(8, call));
      assertThat(answers.stream().map(answer -> answer.resultNow()).filter(made -> made == 201))
          .hasSize(1);
    }

    get(msp.admin(), msp.path() + "/invitations").then().body("items", hasSize(1));
  }

  @ParameterizedTest
  @CsvSource({
    "not an address, MSP_TECHNICIAN, /mail",
    "a@demo.invalid, CLIENT_EXECUTIVE, /role",
    "a@demo.invalid, INTEGRATION, /role",
    "a@demo.invalid, PLATFORM_OPERATOR, /role"
  })
  void badInputIsNamedAndLeavesNothing(String address, String role, String field) {
    NothingHalfDone.by(
        () ->
            post(
                    msp.admin(),
                    msp.path() + "/invitations",
                    Map.of("mail", address, "displayName", "Demo", "role", role))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(field)));
  }

  @Test
  void aWithdrawnInvitationIsOverAndAnotherOneIsFree() {
    UUID id = created(invite(mail));

    withdraw(id)
        .then()
        .statusCode(200)
        .body("status", equalTo("WITHDRAWN"))
        .body("ended.by", equalTo(msp.admin()))
        .body("ended.reason", equalTo("Sent to the wrong address."));

    NothingHalfDone.by(
        () -> {
          Problems.expect(withdraw(id), 409, "invitation-ended");
          Problems.expect(
              trigger(msp.admin(), msp.path() + "/invitations/" + id + "/send"),
              409,
              "invitation-ended");
        });
    created(invite(mail));
  }

  @Test
  void anInvitationThatNobodyAcceptedExpires() {
    UUID id = created(invite(mail));
    TestClock.ahead(Duration.ofDays(7).plusSeconds(1));

    get(msp.admin(), msp.path() + "/invitations/" + id).then().body("status", equalTo("EXPIRED"));
    Problems.expect(withdraw(id), 409, "invitation-ended");
  }

  @Test
  void sendingItAgainStartsItsTimeAnew() {
    UUID id = created(invite(mail));
    TestClock.ahead(Duration.ofDays(6));
    trigger(msp.admin(), msp.path() + "/invitations/" + id + "/send")
        .then()
        .statusCode(200)
        .body("status", equalTo("OPEN"));
    TestClock.ahead(Duration.ofDays(12));

    get(msp.admin(), msp.path() + "/invitations/" + id).then().body("status", equalTo("OPEN"));
    assertThat(AuditLog.events(id, "invitation.sent-again")).isEqualTo(1);
  }

  @Test
  void theSameRequestInvitesOnce() {
    var body = Map.of("mail", mail, "displayName", "Demo", "role", "MSP_ADMIN");
    String key = UUID.randomUUID().toString();

    UUID first = created(post(msp.admin(), msp.path() + "/invitations", key, body));

    assertThat(created(post(msp.admin(), msp.path() + "/invitations", key, body))).isEqualTo(first);
  }

  @Test
  void othersSeeNothingOfIt() throws SQLException {
    UUID id = created(invite(mail));
    Msp other = newMsp("Harbour Gate IT (demo)");
    Client client = newClient(msp);

    Problems.expect(get(other.admin(), msp.path() + "/invitations/" + id), 404, "not-found");
    Problems.expect(get(other.admin(), other.path() + "/invitations/" + id), 404, "not-found");
    Problems.expect(get(msp.admin(), client.path() + "/invitations/" + id), 404, "not-found");
    try (Connection theirs = TestDatabase.inMsp(other.id());
        Connection clients = TestDatabase.inClient(msp.id(), client.id())) {
      for (String table : List.of("invitation", "invitation_end", "provisioning_step")) {
        assertThat(count(theirs, table)).as(table).isZero();
        assertThat(count(clients, table)).as(table).isZero();
      }
    }
    try (Connection ours = TestDatabase.inMsp(msp.id())) {
      assertThat(count(ours, "invitation")).isEqualTo(1);
    }
  }

  @Test
  void aListCostsTheSameWhateverItsLength() {
    String list = msp.path() + "/invitations";
    for (int i = 0; i < 10; i++) {
      created(post(msp.admin(), list, invitationOf("MSP_TECHNICIAN")));
    }

    SqlStatements.atMost(7, () -> get(msp.admin(), list).then().body("items", hasSize(10)));
    SqlStatements.atMost(7, () -> get(msp.admin(), msp.path() + "/people").then().statusCode(200));
  }

  @Test
  void theListComesInPages() {
    for (int i = 0; i < 3; i++) {
      created(post(OPERATOR, msp.path() + "/invitations", invitationOf("MSP_ADMIN")));
    }

    Response first = get(msp.admin(), msp.path() + "/invitations?limit=2");

    first.then().body("items", hasSize(2));
    get(msp.admin(), msp.path() + "/invitations?limit=2&cursor=" + first.path("nextCursor"))
        .then()
        .body("items", hasSize(1));
  }

  private Response invite(String address) {
    return post(
        msp.admin(),
        msp.path() + "/invitations",
        Map.of("mail", address, "displayName", "Demo technician", "role", "MSP_TECHNICIAN"));
  }

  private Response withdraw(UUID id) {
    return post(
        msp.admin(),
        msp.path() + "/invitations/" + id + "/withdraw",
        Map.of("reason", "Sent to the wrong address."));
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Every table in any of whose rows this text stands, as a superuser sees them. */
  private static List<String> tablesThatHold(String text) throws SQLException {
    List<String> tables = new ArrayList<>();
    List<String> holding = new ArrayList<>();
    try (Connection superuser = TestDatabase.superuser();
        var statement = superuser.createStatement()) {
      try (var row =
          statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
      for (String table : tables) {
        try (var select =
            superuser.prepareStatement(
                "select exists (select from " + table + " t where t::text ilike ?)")) {
          select.setString(1, "%" + text + "%");
          try (var row = select.executeQuery()) {
            row.next();
            if (row.getBoolean(1)) {
              holding.add(table);
            }
          }
        }
      }
    }
    return holding;
  }
}
