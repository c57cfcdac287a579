package dev.assay.controls;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.assay.controls.world.Engagement;
import dev.assay.controls.world.Shapes;
import dev.assay.controls.world.World;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A neighbour that is down, hangs or talks nonsense is a 503 in time, and nothing half-done. */
@QuarkusTest
class NeighbourOutageTest {

  // Two seconds are promised; a busy machine that runs tests may add half a second.
  private static final Duration PROMISED = Duration.ofMillis(2500);

  enum Trouble {
    HANGS,
    CUTS,
    FAILS,
    IS_OVERLOADED,
    TALKS_NONSENSE,
    LEAVES_OUT_WHAT_WE_READ;

    void at(WireMock neighbour, String path) {
      neighbour.register(any(urlPathMatching(path)).atPriority(1).willReturn(answer()));
    }

    private ResponseDefinitionBuilder answer() {
      return switch (this) {
        case HANGS -> ok().withFixedDelay(10_000);
        case CUTS -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
        case FAILS -> Shapes.problem(500);
        case IS_OVERLOADED -> Shapes.problem(503);
        case TALKS_NONSENSE -> ok("<html>").withHeader("Content-Type", "text/html");
        case LEAVES_OUT_WHAT_WE_READ -> ok("{}").withHeader("Content-Type", "application/json");
      };
    }
  }

  private Engagement engagement;

  @BeforeEach
  void assigned() {
    World.reset();
    engagement = new Engagement();
    engagement.applyControls("AM-04");
    engagement.assign("AM-04");
  }

  @ParameterizedTest
  @EnumSource
  void appliesNothingWithoutKnowingTheSystems(Trouble trouble) {
    trouble.at(World.tenants(), "/v1/clients/.*/systems");

    expectOutage(
        () ->
            engagement.apply(
                "{\"selection\":{\"all\":true},\"systemIds\":[\"%s\"]}"
                    .formatted(engagement.system)));
  }

  @ParameterizedTest
  @EnumSource
  void assignsNobodyWithoutKnowingThePeople(Trouble trouble) {
    trouble.at(World.tenants(), "/v1/clients/.*/people");

    expectOutage(() -> engagement.assign("AM-04", engagement.executive.personId(), "\"v1\""));
  }

  @ParameterizedTest
  @EnumSource
  void concludesNothingWithoutKnowingTheFiscalYear(Trouble trouble) {
    trouble.at(World.tenants(), "/v1/clients/[^/]*");

    expectOutage(() -> engagement.conclude(engagement.technician, "AM-04", "INEFFECTIVE"));
  }

  @ParameterizedTest
  @EnumSource
  void concludesNothingWithoutKnowingTheEvidence(Trouble trouble) {
    trouble.at(World.evidence(), "/v1/clients/.*/files/.*");

    expectOutage(
        () ->
            engagement.conclude(
                engagement.technician, "AM-04", "EFFECTIVE", engagement.file("SEALED")));
  }

  @ParameterizedTest
  @EnumSource
  void letsNobodyInWithoutKnowingTheirGrant(Trouble trouble) {
    trouble.at(World.tenants(), "/v1/grants/effective");

    expectOutage(() -> engagement.conclude(engagement.technician, "AM-04", "INEFFECTIVE"));
  }

  private static void expectOutage(Supplier<Response> call) {
    NothingHalfDone.by(
        () -> {
          long start = System.nanoTime();
          Response answer = call.get();
          Duration took = Duration.ofNanos(System.nanoTime() - start);

          Problems.expect(answer, 503, "dependency-unavailable");
          assertThat(answer.header("Retry-After")).isNotNull();
          assertThat(took).isLessThan(PROMISED);
        });
  }
}
