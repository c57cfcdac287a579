package dev.assay.tenants;

import static dev.assay.tenants.world.World.clientNamed;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.outage.PartOutage;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.PostgresResource;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** PostgreSQL down or hung: a 503 within two seconds, nothing half-done, and a full recovery. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class OutageTest {

  @Test
  void aDeadDatabaseIsA503InTimeAndNothingIsHalfDone() {
    staysWholeDuring(PartOutage::whileDead);
  }

  @Test
  void aHangingDatabaseIsA503InTimeAndNothingIsHalfDone() {
    staysWholeDuring(PartOutage::whileHanging);
  }

  private static void staysWholeDuring(BiConsumer<String, Runnable> outage) {
    Client client = newClient(newMsp());
    String admin = client.msp().admin();
    var renamed = clientNamed("Renamed (demo)");

    NothingHalfDone.by(
        () ->
            outage.accept(
                PostgresResource.PART,
                () -> {
                  unavailable(() -> get(admin, client.path()));
                  unavailable(() -> post(admin, client.msp().path() + "/clients", renamed));
                  unavailable(() -> put(admin, client.path(), "\"v0\"", renamed));
                  unavailable(() -> get(admin, "/v1/grants/effective?client=" + client.id()));
                }));

    recovered(() -> get(admin, client.path()));
    put(admin, client.path(), "\"v0\"", renamed).then().statusCode(200);
  }

  private static void unavailable(Supplier<Response> call) {
    Instant begin = Instant.now();

    Response answer = call.get();

    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofMillis(2500));
    Problems.expect(answer, 503, "dependency-unavailable");
    assertThat(answer.header("Retry-After")).isNotBlank();
  }

  /** Each broken connection of the pool may cost one more 503. */
  private static void recovered(Supplier<Response> call) {
    Instant deadline = Instant.now().plusSeconds(10);
    while (call.get().statusCode() != 200) {
      assertThat(Instant.now()).isBefore(deadline);
    }
  }
}
