package dev.assay.tenants.operator;

import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newSubject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.stack.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class FirstOperatorTest {

  private static final String FORGET =
      """
      delete from role_grant_transition where msp_id = '00000000-0000-0000-0000-000000000000';
      delete from role_grant where msp_id = '00000000-0000-0000-0000-000000000000';
      """;
  private static final String EVENTS =
      "select count(*) from audit_event where action = 'grant.made' and body like '%first-operator%'";

  @Inject FirstOperator first;

  @Test
  void isNotMadeWhereThereIsAnOperator() {
    String other = newSubject("operator");

    assertThat(first.makeIfNone(other)).isFalse();

    get(other, "/v1/msps").then().statusCode(403);
  }

  @Test
  void isMadeOnceWhenManyReplicasStartAtOnce() throws Exception {
    long before = events();
    superuser(FORGET);
    get(OPERATOR, "/v1/msps").then().statusCode(403);

    Callable<Boolean> start = () -> first.makeIfNone(OPERATOR);
    try (var replicas = Executors.newFixedThreadPool(8)) {
      var made = replicas.invokeAll(Collections.nCopies(8, start));
      assertThat(made.stream().filter(replica -> replica.resultNow())).hasSize(1);
    }

    get(OPERATOR, "/v1/msps").then().statusCode(200);
    get(OPERATOR, "/v1/platform/grants")
        .then()
        .body("items.granted.by", contains("system:first-operator"));
    assertThat(events()).isEqualTo(before + 1);
  }

  private static void superuser(String sql) throws SQLException {
    try (var connection = TestDatabase.superuser();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long events() throws SQLException {
    try (var connection = TestDatabase.superuser();
        var statement = connection.createStatement();
        var row = statement.executeQuery(EVENTS)) {
      row.next();
      return row.getLong(1);
    }
  }
}
