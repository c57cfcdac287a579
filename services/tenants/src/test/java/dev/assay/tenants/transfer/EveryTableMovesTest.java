package dev.assay.tenants.transfer;

import static dev.assay.tenants.world.Lifecycles.newStaffedClient;
import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.breakGlass;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.hire;
import static dev.assay.tenants.world.World.invitationOf;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenants.filer.FilerWorld;
import dev.assay.tenants.world.FiscalCalendars;
import dev.assay.tenants.world.Lifecycles;
import dev.assay.tenants.world.Lifecycles.Staffed;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.World.Msp;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client with rows in every table moves whole; the catalog says which tables there are. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class EveryTableMovesTest {

  /** Grants of the MSP's own people stay with it, and so does what an import of its made. */
  private static final Set<String> OF_THE_OLD_MSP =
      Set.of("role_grant", "role_grant_transition", "client_import_result");

  private Msp old;
  private Msp next;
  private Staffed staffed;
  private Client client;

  @BeforeEach
  void populate() {
    old = newMsp();
    next = newMsp("Harbour Gate IT (demo)");
    staffed = newStaffedClient(old);
    client = staffed.client();
  }

  @Test
  void noRowStaysBehindAndNoneIsLost() throws SQLException {
    fillEveryTable();
    Map<String, Integer> before = rows("%s = '" + client.id() + "'");

    transfer().then().statusCode(200);

    Map<String, Integer> after = rows("%s = '" + client.id() + "'");
    before.forEach(
        (table, rows) -> assertThat(after.get(table)).as(table).isGreaterThanOrEqualTo(rows));
    Map<String, Integer> behind =
        rows("msp_id = '" + old.id() + "' and %s = '" + client.id() + "'");
    behind.keySet().removeAll(OF_THE_OLD_MSP);
    assertThat(behind).allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
    assertThat(behind.keySet()).hasSizeGreaterThan(20);
    get(next.admin(), client.path() + "/access-reviews").then().statusCode(200);
  }

  @Test
  void aSystemOfSomebodyWhoStaysHoldsTheMoveUp() throws SQLException {
    UUID owner = newPerson(old.admin(), old.path(), newSubject("owner"));
    created(
        post(
            old.admin(),
            client.path() + "/systems",
            Map.of(
                "name",
                "Payroll",
                "kind",
                "APPLICATION",
                "hosting",
                "SAAS",
                "rationale",
                "Pays everybody.",
                "ownerPersonId",
                owner)));
    Map<String, Integer> before = rows("%s = '" + client.id() + "'");

    Problems.expect(transfer(), 409, "transfer-leaves-owners");

    before.put("client_transfer", 1);
    before.put("client_transfer_step", 1);
    assertThat(rows("%s = '" + client.id() + "'")).isEqualTo(before);
  }

  private Response transfer() {
    Map<String, Object> reason = Map.of("reason", "Decided in a test.");
    UUID id =
        created(
            post(
                old.admin(),
                client.path() + "/transfers",
                Map.of("toMspId", next.id(), "reason", "Decided in a test.")));
    post(next.admin(), next.path() + "/transfers/" + id + "/accept", reason).then().statusCode(200);
    return post(OPERATOR, "/v1/platform/transfers/" + id + "/approve", reason);
  }

  private void fillEveryTable() {
    String admin = old.admin();
    created(breakGlass(OPERATOR, client, 10));
    UUID review =
        created(post(admin, client.path() + "/access-reviews", Map.of("coverage", "ALL")));
    String ofReview = client.path() + "/access-reviews/" + review;
    List<String> grants = get(admin, ofReview + "/lines").path("items.grantId");
    String own = ownGrant();
    keep(staffed.executive(), ofReview, grants.stream().filter(g -> !g.equals(own)).toList());
    keep(admin, ofReview, List.of(own));
    trigger(admin, ofReview + "/re-extract").then().statusCode(200);
    FiscalCalendars.changeAndAudit(client);
    FilerWorld.enter(client, 2025, FilerWorld.filer(2025, 300, 400));
    FilerWorld.enterKinds(client, "ISSUER", "2010-01-01");
    created(post(admin, client.path() + "/invitations", invitationOf("CONTROL_OWNER")));
    UUID leaver = newPerson(admin, client.path(), newSubject("leaver"));
    post(
            admin,
            client.path() + "/people/" + leaver + "/departure",
            Map.of(
                "lastDay", LocalDate.now(ZoneOffset.UTC).toString(), "reason", "Changes employer."))
        .then()
        .statusCode(200);
    hire(admin, client.path(), newSubject("owner"), "CONTROL_OWNER");
    Lifecycles.move(admin, client, "ACTIVE").then().statusCode(200);
  }

  private static void keep(String by, String review, List<String> grants) {
    post(
            by,
            review + "/decisions",
            Map.of(
                "decisions",
                grants.stream()
                    .map(grant -> Map.of("grantId", grant, "decision", "KEEP", "reason", "Works."))
                    .toList()))
        .then()
        .statusCode(200);
  }

  private String ownGrant() {
    return get(staffed.executive(), client.path() + "/grants?limit=200")
        .path("items.find { it.role == 'CLIENT_EXECUTIVE' }.id");
  }

  /** How many rows each table with an MSP has of this client, by its column for clients. */
  private static Map<String, Integer> rows(String where) throws SQLException {
    Map<String, Integer> counts = new TreeMap<>();
    try (Connection superuser = TestDatabase.superuser()) {
      for (String[] table : tables(superuser)) {
        try (var statement = superuser.createStatement();
            var row =
                statement.executeQuery(
                    "select count(*) from %s where %s"
                        .formatted(table[0], where.formatted(table[1])))) {
          row.next();
          counts.put(table[0], row.getInt(1));
        }
      }
    }
    return counts;
  }

  private static List<String[]> tables(Connection superuser) throws SQLException {
    List<String[]> tables = new ArrayList<>();
    try (var statement = superuser.createStatement();
        var row =
            statement.executeQuery(
                """
                select table_name, min(c.column_name)
                from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                join information_schema.columns m using (table_schema, table_name)
                where table_schema = 'public' and t.table_type = 'BASE TABLE'
                  and c.column_name in ('client_id', 'scope_id') and m.column_name = 'msp_id'
                group by table_name
                """)) {
      while (row.next()) {
        tables.add(new String[] {row.getString(1), row.getString(2)});
      }
    }
    return tables;
  }
}
