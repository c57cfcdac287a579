package dev.assay.tenants.grant;

import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.approve;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.firstExecutive;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.grantOf;
import static dev.assay.tenants.world.World.hire;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.patiently;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.revoke;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.World.Msp;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.stack.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However grants, approvals and revocations meet, nobody ends up with access that nobody entitled
 * gave them: {@link AccessOracle} reckons it again from the rows, in its own way.
 */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class ConcurrentDecisionsTest {

  private static final int THREADS = 8;

  private Msp msp;
  private Client client;
  private String executive;

  @BeforeEach
  void onboard() {
    msp = newMsp();
    client = newClient(msp);
    executive = firstExecutive(client);
  }

  /** Whoever is revoked in the same moment decides before that, or not at all. */
  @Test
  void nobodyDecidesWithARoleThatIsGone() throws Exception {
    AtomicInteger late = new AtomicInteger();
    for (int round = 0; round < 12; round++) {
      String second = newSubject("admin");
      UUID secondsGrant = hire(msp.admin(), msp.path(), second, "MSP_ADMIN");
      List<UUID> people = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        people.add(newPerson(msp.admin(), client.path(), newSubject("owner")));
      }
      List<Callable<Integer>> calls = new ArrayList<>();
      people.forEach(
          person ->
              calls.add(
                  () ->
                      patiently(
                              () ->
                                  post(
                                      second,
                                      client.path() + "/grants",
                                      grantOf("CONTROL_OWNER", person)))
                          .statusCode()));
      calls.add(
          2, () -> patiently(() -> revoke(msp.admin(), msp.path(), secondsGrant)).statusCode());

      List<Integer> answers = atOnce(calls);

      assertThat(answers.get(2)).isEqualTo(200);
      answers.subList(2, 3).clear();
      assertThat(answers).allMatch(answer -> Set.of(201, 403, 404).contains(answer));
      late.addAndGet((int) answers.stream().filter(answer -> answer != 201).count());
    }

    assertThat(AccessOracle.of(msp.id()).wrongs()).isEmpty();
    assertThat(late).as("decisions that came too late").hasPositiveValue();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void aStormLeavesNothingThatNobodyGave(long seed) throws Exception {
    var people = new People();
    var grants = new ConcurrentLinkedQueue<String>();
    List<Callable<Integer>> storms = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      Random random = new Random(seed * 100 + thread);
      storms.add(
          () -> {
            for (int i = 0; i < 25; i++) {
              step(random, people, grants);
            }
            return 0;
          });
    }

    atOnce(storms);

    AccessOracle oracle = AccessOracle.of(msp.id());
    assertThat(oracle.wrongs()).isEmpty();
    assertThat(oracle.decisions()).isGreaterThan(40);
    for (String subject : people.all()) {
      for (String place : List.of("?msp=" + msp.id(), "?client=" + client.id())) {
        Response answer = get(subject, "/v1/grants/effective" + place);
        Set<String> roles =
            answer.statusCode() == 404
                ? Set.of()
                : new TreeSet<>(answer.<List<String>>path("roles"));
        assertThat(roles)
            .as(subject + " " + place)
            .isEqualTo(
                place.startsWith("?msp")
                    ? oracle.rolesAtMsp(subject)
                    : oracle.rolesAtClient(subject, client.id()));
      }
    }
  }

  private void step(Random random, People people, ConcurrentLinkedQueue<String> grants)
      throws SQLException {
    String by = people.anyActor(random);
    switch (random.nextInt(6)) {
      case 0, 1 -> remember(grants, client.path(), give(by, client.path(), random, people));
      case 2 -> remember(grants, msp.path(), give(by, msp.path(), random, people));
      case 3 -> any(grants, random).ifPresent(path -> decide(by, path, "/revoke"));
      case 4 -> any(grants, random).ifPresent(path -> decide(by, path, "/approve"));
      default -> intrude(random, people);
    }
  }

  private static Response give(String by, String place, Random random, People people) {
    boolean atClient = place.startsWith("/v1/clients");
    String[] roles =
        atClient
            ? new String[] {"MSP_TECHNICIAN", "CONTROL_OWNER", "CLIENT_EXECUTIVE", "AUDITOR"}
            : new String[] {"MSP_ADMIN", "MSP_TECHNICIAN", "MSP_REVIEWER"};
    String role = roles[random.nextInt(roles.length)];
    boolean ofMsp = role.startsWith("MSP_");
    UUID person = people.any(random, ofMsp);
    return patiently(() -> post(by, place + "/grants", grantOf(role, person)));
  }

  private static void remember(ConcurrentLinkedQueue<String> grants, String place, Response made) {
    if (made.statusCode() == 201) {
      grants.add(place + "/grants/" + made.path("id"));
    }
  }

  private static java.util.Optional<String> any(
      ConcurrentLinkedQueue<String> grants, Random random) {
    List<String> now = List.copyOf(grants);
    return now.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(now.get(random.nextInt(now.size())));
  }

  private static void decide(String by, String grant, String step) {
    if (!step.equals("/approve") || grant.startsWith("/v1/clients")) {
      patiently(() -> post(by, grant + step, Map.of("reason", "In a storm.")));
    }
  }

  /** Past the service, with all that its own role may do: to stand on both sides at once. */
  private void intrude(Random random, People people) throws SQLException {
    try (var connection = TestDatabase.inClient(msp.id(), client.id());
        var statement = connection.createStatement()) {
      String subject = people.subjectOf(people.any(random, true));
      statement.execute(
          """
          insert into allegiance (subject, side) values ('%s', 'CLIENT') on conflict do nothing
          """
              .formatted(subject));
    }
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    try (var threads = Executors.newFixedThreadPool(calls.size())) {
      List<T> results = new ArrayList<>();
      for (Future<T> call : threads.invokeAll(calls)) {
        results.add(call.get());
      }
      return results;
    }
  }

  /** Some people of the MSP, some of the client, and one known as both. */
  private final class People {

    private final Map<UUID, String> ofMsp = new HashMap<>();
    private final Map<UUID, String> ofClient = new HashMap<>();

    People() {
      String both = newSubject("both");
      for (String subject :
          List.of(newSubject("one"), newSubject("two"), newSubject("three"), both)) {
        ofMsp.put(newPerson(msp.admin(), msp.path(), subject), subject);
      }
      for (String subject : List.of(newSubject("four"), newSubject("five"), both)) {
        ofClient.put(newPerson(msp.admin(), client.path(), subject), subject);
      }
      UUID another =
          created(
              post(
                  msp.admin(),
                  client.path() + "/grants",
                  grantOf(
                      "CLIENT_EXECUTIVE",
                      ofClient.keySet().stream().sorted().findFirst().orElseThrow())));
      approve(executive, client, another).then().statusCode(200);
    }

    UUID any(Random random, boolean msps) {
      List<UUID> ids = (msps ? ofMsp : ofClient).keySet().stream().sorted().toList();
      return ids.get(random.nextInt(ids.size()));
    }

    String subjectOf(UUID person) {
      return ofMsp.get(person);
    }

    String anyActor(Random random) {
      List<String> actors = new ArrayList<>(all());
      actors.add(OPERATOR);
      actors.addAll(Collections.nCopies(actors.size(), msp.admin()));
      actors.addAll(Collections.nCopies(4, executive));
      return actors.get(random.nextInt(actors.size()));
    }

    Set<String> all() {
      Set<String> all = new TreeSet<>(ofMsp.values());
      all.addAll(ofClient.values());
      all.add(msp.admin());
      all.add(executive);
      return all;
    }
  }
}
