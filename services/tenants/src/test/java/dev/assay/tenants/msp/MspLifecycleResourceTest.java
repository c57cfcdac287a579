package dev.assay.tenants.msp;

import static dev.assay.tenants.world.Lifecycles.move;
import static dev.assay.tenants.world.Lifecycles.newStaffedClient;
import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.clientNamed;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.Lifecycles.Staffed;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.World.Msp;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class MspLifecycleResourceTest {

  @Test
  void aSuspendedMspWorksForNobodyAndItsClientsGoOnReading() {
    Staffed staffed = newStaffedClient(newMsp());
    Client client = staffed.client();
    Msp msp = client.msp();

    move(OPERATOR, msp, "SUSPENDED").then().statusCode(200).body("status", equalTo("SUSPENDED"));

    get(staffed.executive(), client.path()).then().statusCode(200);
    get(msp.admin(), msp.path() + "/clients").then().statusCode(200);
    get(msp.admin(), client.path()).then().statusCode(200);
    NothingHalfDone.by(
        () -> {
          Problems.expect(get(staffed.technician(), client.path()), 403, "client-not-active");
          Problems.expect(
              get(staffed.technician(), msp.path() + "/clients"), 403, "msp-not-active");
          Problems.expect(
              post(msp.admin(), msp.path() + "/clients", clientNamed("New (demo)")),
              403,
              "msp-not-active");
        });

    move(OPERATOR, msp, "ACTIVE").then().statusCode(200);
    get(staffed.technician(), client.path()).then().statusCode(200);
    newClient(msp);
    get(msp.admin(), msp.path() + "/lifecycle")
        .then()
        .body("items.to", contains("SUSPENDED", "ACTIVE"))
        .body("items.by", contains(OPERATOR, OPERATOR));
    assertThat(AuditLog.events(msp.id(), "msp.moved")).isEqualTo(2);
  }

  @Test
  void closesOnlyOnceSuspendedAndLeftByItsClients() {
    Msp msp = newMsp();
    Client client = newClient(msp);

    NothingHalfDone.by(
        () -> Problems.expect(move(OPERATOR, msp, "CLOSED"), 409, "msp-move-impossible"));
    move(OPERATOR, msp, "SUSPENDED").then().statusCode(200);
    NothingHalfDone.by(
        () -> Problems.expect(move(OPERATOR, msp, "CLOSED"), 409, "msp-has-open-clients"));
    move(msp.admin(), client, "OFFBOARDING").then().statusCode(200);
    move(msp.admin(), client, "CLOSED").then().statusCode(200);

    move(OPERATOR, msp, "CLOSED").then().statusCode(200);

    Problems.expect(get(msp.admin(), msp.path()), 403, "msp-not-active");
    Problems.expect(move(OPERATOR, msp, "ACTIVE"), 409, "msp-move-impossible");
  }

  @Test
  void needsTheVersionThatWasReadAndAnMspThatExists() {
    Msp msp = newMsp();
    String path = "/v1/platform/msps/" + msp.id() + "/lifecycle";

    NothingHalfDone.by(
        () -> {
          Problems.expect(move(OPERATOR, path, null, "SUSPENDED"), 428, "version-required");
          Problems.expect(move(OPERATOR, path, "\"v3\"", "SUSPENDED"), 412, "stale-version");
          Problems.expect(
              move(
                  OPERATOR,
                  "/v1/platform/msps/" + UUID.randomUUID() + "/lifecycle",
                  "\"v0\"",
                  "SUSPENDED"),
              404,
              "not-found");
          Problems.expect(move(msp.admin(), path, "\"v0\"", "SUSPENDED"), 403, "forbidden");
        });
  }

  @Test
  void anMspNeitherMovesItselfNorReadsAnothersMoves() throws SQLException {
    Msp msp = newMsp();
    Msp other = newMsp("Harbour Gate IT (demo)");
    move(OPERATOR, other, "SUSPENDED").then().statusCode(200);

    try (var connection = TestDatabase.inMsp(msp.id());
        var statement = connection.createStatement()) {
      try (var row = statement.executeQuery("select count(*) from msp_transition")) {
        row.next();
        assertThat(row.getInt(1)).isZero();
      }
      assertThatThrownBy(() -> statement.execute("update msp set status = 'CLOSED'"))
          .hasMessageContaining("row-level security");
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      insert into msp_transition
                        (msp_id, number, from_status, to_status, reason, decided_by, decided_at)
                      values ('%s', 1, 'ACTIVE', 'SUSPENDED', 'x', 'x', now())
                      """
                          .formatted(msp.id())))
          .hasMessageContaining("row-level security");
    }
  }
}
