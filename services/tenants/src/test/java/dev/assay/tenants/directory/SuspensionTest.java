package dev.assay.tenants.directory;

import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.clientNamed;
import static dev.assay.tenants.world.World.effectiveAtClient;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.grantOf;
import static dev.assay.tenants.world.World.hire;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.put;
import static dev.assay.tenants.world.World.revoke;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A suspended place is read and changed by nobody, and still lets go whoever leaves. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class SuspensionTest {

  private Client client;
  private String admin;

  @BeforeEach
  void onboard() {
    client = newClient(newMsp());
    admin = client.msp().admin();
  }

  @ParameterizedTest
  @ValueSource(strings = {"client", "msp"})
  void leavesAnAdminReadingAlone(String table) throws SQLException {
    UUID owner = newPerson(admin, client.path(), newSubject("owner"));

    set(table, "SUSPENDED");

    effectiveAtClient(admin, client.id())
        .then()
        .statusCode(200)
        .body("restriction", equalTo("READ_ONLY"));
    get(admin, client.path()).then().statusCode(200);
    NothingHalfDone.by(
        () -> {
          Problems.expect(
              put(admin, client.path(), "\"v0\"", clientNamed("Renamed (demo)")),
              403,
              "client-not-active");
          Problems.expect(
              post(admin, client.path() + "/grants", grantOf("CONTROL_OWNER", owner)),
              403,
              "client-not-active");
        });
  }

  @Test
  void stillLetsGoWhoeverLeaves() throws SQLException {
    UUID grant = hire(admin, client.path(), newSubject("owner"), "CONTROL_OWNER");
    set("client", "SUSPENDED");

    revoke(admin, client.path(), grant).then().statusCode(200);
  }

  @Test
  void bindsNoOperator() throws SQLException {
    set("msp", "SUSPENDED");

    effectiveAtClient(OPERATOR, client.id()).then().body("restriction", nullValue());
  }

  @Test
  void endsWithItsState() throws SQLException {
    set("client", "SUSPENDED");
    set("client", "ACTIVE");

    effectiveAtClient(admin, client.id()).then().body("restriction", nullValue());
    put(admin, client.path(), "\"v0\"", clientNamed("Renamed (demo)")).then().statusCode(200);
  }

  private void set(String table, String status) throws SQLException {
    try (var connection = TestDatabase.superuser();
        var update =
            connection.prepareStatement(
                "update %s set status = ? where %s = ?"
                    .formatted(table, table.equals("msp") ? "msp_id" : "client_id"))) {
      update.setString(1, status);
      update.setObject(2, table.equals("msp") ? client.msp().id() : client.id());
      update.executeUpdate();
    }
  }
}
