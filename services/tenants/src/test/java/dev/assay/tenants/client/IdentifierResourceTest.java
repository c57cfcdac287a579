package dev.assay.tenants.client;

import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.NothingHalfDone;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class IdentifierResourceTest {

  private Client client;
  private String admin;

  @BeforeEach
  void onboard() {
    client = newClient(newMsp());
    admin = client.msp().admin();
  }

  @Test
  void addsAnIdentifierThatEverybodyAtTheClientReads() {
    String technician = atClient(client, "MSP_TECHNICIAN");

    UUID id = created(add(client, "LEI", "5493001KJTIIGC8Y1R12"));

    get(technician, client.path() + "/identifiers")
        .then()
        .statusCode(200)
        .body("items.id", contains(id.toString()))
        .body("items.kind", contains("LEI"))
        .body("items.value", contains("5493001KJTIIGC8Y1R12"))
        .body("items[0].withdrawn", nullValue());
    assertThat(AuditLog.events(id, "identifier.added")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "CIK,   123,                  /value",
    "EIN,   123456789,            /value",
    "LEI,   5493001KJTIIGC8Y1R13, /value",
    "DUNS,  1,                    /value",
    "OTHER, 4711,                 /scheme"
  })
  void refusesWhatItsRegisterWouldNotWrite(String kind, String value, String pointer) {
    NothingHalfDone.by(
        () ->
            add(client, kind, value)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", hasItem(pointer)));
  }

  @Test
  void refusesASchemeWhereTheKindSaysItAll() {
    NothingHalfDone.by(
        () ->
            post(
                    admin,
                    client.path() + "/identifiers",
                    Map.of("kind", "CIK", "scheme", "SEC", "value", "0001234567"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/scheme")));
  }

  @Test
  void oneIdentifierIsOneClientWithinAnMspAndNobodyElsesBusiness() {
    Client sibling = newClient(client.msp());
    Client foreign = newClient(newMsp("Harbour Gate IT (demo)"));
    String cik = newCik();
    UUID first = created(add(client, "CIK", cik));

    NothingHalfDone.by(
        () -> {
          Problems.expect(add(sibling, "CIK", cik), 409, "identifier-taken");
          Problems.expect(add(client, "CIK", cik), 409, "identifier-taken");
        });
    created(add(foreign, "CIK", cik));
    withdraw(first).then().statusCode(200);
    created(add(sibling, "CIK", cik));
  }

  @Test
  void theSameNumberOfTwoRegistersIsTwoIdentifiers() {
    created(add(client, "DUNS", "123456789"));
    String path = client.path() + "/identifiers";
    for (String scheme : new String[] {"UK-COH", "DE-HRB"}) {
      created(post(admin, path, Map.of("kind", "OTHER", "scheme", scheme, "value", "123456789")));
    }
  }

  @Test
  void whatWasWithdrawnStaysToBeReadAndIsWithdrawnOnce() {
    UUID id = created(add(client, "EIN", "12-3456789"));

    withdraw(id)
        .then()
        .statusCode(200)
        .body("withdrawn.reason", equalTo("Belongs to the parent."))
        .body("withdrawn.at", notNullValue());

    get(admin, client.path() + "/identifiers").then().body("items.id", contains(id.toString()));
    NothingHalfDone.by(() -> Problems.expect(withdraw(id), 409, "identifier-withdrawn"));
    assertThat(AuditLog.events(id, "identifier.withdrawn")).isEqualTo(1);
  }

  @Test
  void anotherClientsIdentifiersAreNotThere() throws SQLException {
    UUID id = created(add(client, "EIN", "12-3456789"));
    Client sibling = newClient(client.msp());

    get(admin, sibling.path() + "/identifiers").then().body("items", empty());
    Problems.expect(
        post(
            admin,
            sibling.path() + "/identifiers/" + id + "/withdraw",
            Map.of("reason", "Not ours.")),
        404,
        "not-found");
    try (var connection = TestDatabase.inClient(client.msp().id(), sibling.id());
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from client_identifier")) {
      row.next();
      assertThat(row.getInt(1)).isZero();
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      insert into client_identifier
                        (client_id, id, kind, value, added_by, added_at)
                      values ('%s', gen_random_uuid(), 'DUNS', '987654321', 'x', now())
                      """
                          .formatted(client.id())))
          .hasMessageContaining("row-level security");
      assertThatThrownBy(() -> statement.execute("update client_identifier set value = 'x'"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("delete from client_identifier"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void aPageTakesAsManyStatementsAsAnyOther() {
    created(add(client, "DUNS", "111111111"));
    created(add(client, "DUNS", "222222222"));

    SqlStatements.atMost(
        4, () -> get(admin, client.path() + "/identifiers").then().statusCode(200));
  }

  private static Response add(Client to, String kind, String value) {
    return post(to.msp().admin(), to.path() + "/identifiers", Map.of("kind", kind, "value", value));
  }

  private Response withdraw(UUID id) {
    return post(
        admin,
        client.path() + "/identifiers/" + id + "/withdraw",
        Map.of("reason", "Belongs to the parent."));
  }

  private static String newCik() {
    return "%010d".formatted(ThreadLocalRandom.current().nextLong(1, 9_999_999_999L));
  }
}
