package dev.assay.tenants.escalation;

import static dev.assay.tenants.world.World.approve;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.grantOf;
import static dev.assay.tenants.world.World.hire;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.postWithSecondFactor;
import static dev.assay.tenants.world.World.revoke;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenancy.permission.Role;
import dev.assay.tenancy.permission.Role.Side;
import dev.assay.tenants.person.Person;
import dev.assay.tenants.world.World;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.stack.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service does what the searched model says, call by call, on sequences drawn at random. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class EscalationOverHttpTest {

  private static final int CALLS = 14;

  private final Model model = new Model();
  private final Map<Somebody, String> subjects = new EnumMap<>(Somebody.class);
  private final Map<String, UUID> people = new HashMap<>();
  private final Map<Given, UUID> grants = new HashMap<>();
  private Client client;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theServiceRefusesAndDoesWhatTheModelDoes(long seed) {
    Random random = new Random(seed);
    State state = begin();
    List<Call> made = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      Optional<Call> drawn = draw(state, random);
      if (drawn.isEmpty()) {
        break;
      }
      Call call = drawn.get();
      made.add(call);

      Optional<State> expected = model.after(state, call);
      Response answer = send(call);

      assertThat(answer.statusCode() < 300)
          .as("%s after %s: %s", call, made, answer.asString())
          .isEqualTo(expected.isPresent());
      state = follow(state, call, expected, answer);
      assertThat(rolesOverHttp()).as("roles after %s", made).isEqualTo(rolesIn(state));
    }
  }

  /**
   * Half of the calls are such that the model lets through, since most are refused; none when
   * nobody has a role left. In an order of their own, so that a seed draws the same every time.
   */
  private Optional<Call> draw(State state, Random random) {
    List<Call> calls =
        model.calls(state, EscalationSearchTest.CONTROLLED).stream()
            .filter(EscalationOverHttpTest::hasARoute)
            .sorted(Comparator.comparing(Call::toString))
            .toList();
    if (calls.isEmpty()) {
      return Optional.empty();
    }
    List<Call> fitting =
        random.nextBoolean()
            ? calls
            : calls.stream()
                .filter(call -> model.after(state, call).filter(s -> !s.equals(state)).isPresent())
                .toList();
    // A grant that is there already would be a second one in the service, and is the same here.
    List<Call> open =
        fitting.stream()
            .filter(call -> model.after(state, call).filter(s -> s.equals(state)).isEmpty())
            .toList();
    return Optional.of(
        open.isEmpty()
            ? calls.get(random.nextInt(calls.size()))
            : open.get(random.nextInt(open.size())));
  }

  /**
   * Nothing is approved at an MSP, the platform's grants are another's, and the admin's own grant
   * has no end that could be put off.
   */
  private static boolean hasARoute(Call call) {
    return switch (call) {
      case Call.Grant grant -> true;
      case Call.Extend(Somebody by, Given given) ->
          given.place() != Place.PLATFORM && given.granter() != Somebody.OPERATOR;
      case Call.Approve(Somebody by, Given given) -> given.place() == Place.CLIENT;
      case Call.Revoke(Somebody by, Given given) -> given.place() != Place.PLATFORM;
      case Call.ReviewAway(Somebody by, Given given) -> given.place() != Place.PLATFORM;
      case Call.BreakGlass glass -> true;
    };
  }

  private State begin() {
    client = newClient(newMsp());
    for (Somebody somebody : Somebody.values()) {
      subjects.put(somebody, newSubject(somebody.name()));
    }
    subjects.put(Somebody.ADMIN, client.msp().admin());
    subjects.put(Somebody.OPERATOR, World.OPERATOR);
    State state = EscalationSearchTest.beginnings().get("a client with an executive");
    for (Given given : state.grants()) {
      grants.put(given, grantInWorld(given));
    }
    for (Somebody somebody : EscalationSearchTest.CONTROLLED) {
      know(somebody, Side.MSP);
      if (somebody != Somebody.ACCOUNT) {
        know(somebody, Side.CLIENT);
      }
    }
    return state;
  }

  private UUID grantInWorld(Given given) {
    return switch (given.holder()) {
      case OPERATOR -> new UUID(0, 1);
      case ADMIN ->
          UUID.fromString(
              get(client.msp().admin(), client.msp().path() + "/grants?role=MSP_ADMIN")
                  .path("items[0].id"));
      case EXECUTIVE -> {
        // Made by an admin who is gone again, as the model has it.
        String other = subjects.get(Somebody.SECOND_ADMIN);
        UUID otherGrant = hire(client.msp().admin(), client.msp().path(), other, "MSP_ADMIN");
        UUID grant = created(makeExecutive(other));
        approve(World.OPERATOR, client, grant).then().statusCode(200);
        revoke(client.msp().admin(), client.msp().path(), otherGrant).then().statusCode(200);
        yield grant;
      }
      case PUPPET, OTHER_PUPPET, ACCOUNT, SECOND_ADMIN -> throw new IllegalStateException();
    };
  }

  private Response makeExecutive(String by) {
    return post(
        by,
        client.path() + "/grants",
        ending("CLIENT_EXECUTIVE", newPerson(by, client.path(), subjects.get(Somebody.EXECUTIVE))));
  }

  private void know(Somebody somebody, Side side) {
    String admin = client.msp().admin();
    String place = side == Side.MSP ? client.msp().path() : client.path();
    UUID id =
        somebody == Somebody.ADMIN && side == Side.MSP
            ? UUID.fromString(get(admin, place + "/people").path("items[0].id"))
            : newPerson(
                admin,
                place,
                subjects.get(somebody),
                Model.kindOf(somebody) == Person.Kind.PERSON ? "PERSON" : "SERVICE_ACCOUNT");
    people.put(somebody + " " + side, id);
  }

  private Response send(Call call) {
    String by = subjects.get(call.by());
    return switch (call) {
      case Call.Grant(Somebody any, Somebody holder, Side side, Role role, Place place) ->
          post(by, path(place) + "/grants", ending(role.name(), people.get(holder + " " + side)));
      case Call.Extend(Somebody any, Given given) ->
          post(
              by, path(given) + "/extend", Map.of("validUntil", inDays(250), "reason", "Goes on."));
      case Call.Approve(Somebody any, Given given) ->
          post(by, path(given) + "/approve", Map.of("reason", "Known to us."));
      case Call.Revoke(Somebody any, Given given) ->
          post(by, path(given) + "/revoke", Map.of("reason", "Has left."));
      case Call.ReviewAway(Somebody any, Given given) -> reviewAway(by, given);
      case Call.BreakGlass(Somebody any) ->
          postWithSecondFactor(
              by,
              client.path() + "/break-glass",
              Map.of("reason", "Something has to be looked at.", "forMinutes", 10));
    };
  }

  /** Each time over a new listing, which has the grants that were made since the last. */
  private Response reviewAway(String by, Given given) {
    closeReviews();
    String reviews = path(given.place()) + "/access-reviews";
    Response opened = post(by, reviews, Map.of("coverage", "ALL"));
    if (opened.statusCode() != 201) {
      return opened;
    }
    return post(
        by,
        reviews + "/" + opened.path("id") + "/decisions",
        Map.of(
            "decisions",
            List.of(
                Map.of(
                    "grantId", grants.get(given), "decision", "REVOKE", "reason", "Looked at."))));
  }

  private static void closeReviews() {
    try (var connection = TestDatabase.superuser();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          insert into access_review_closure
            (msp_id, client_id, review_id, outcome, reason, closed_by, closed_at)
          select msp_id, client_id, id, 'FAILED', 'Over.', 'test', now() from access_review v
          where not exists (
            select from access_review_closure c
            where c.msp_id = v.msp_id and c.review_id = v.id)
          """);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private State follow(State state, Call call, Optional<State> expected, Response answer) {
    if (expected.isEmpty()) {
      return state;
    }
    State after = expected.get();
    UUID id = call instanceof Call.BreakGlass ? new UUID(0, 2) : idOf(call, answer);
    // The same grant made again, after it was taken away, has an id of its own.
    for (Given given : after.grants()) {
      if (!state.grants().contains(given)) {
        grants.put(given, id);
      }
    }
    return after;
  }

  private UUID idOf(Call call, Response answer) {
    return switch (call) {
      case Call.Grant grant -> UUID.fromString(answer.path("id"));
      case Call.Extend extend -> UUID.fromString(answer.path("id"));
      case Call.Approve(Somebody any, Given given) -> grants.get(given);
      case Call.Revoke(Somebody any, Given given) -> grants.get(given);
      case Call.ReviewAway(Somebody any, Given given) -> grants.get(given);
      case Call.BreakGlass glass -> throw new IllegalArgumentException();
    };
  }

  private Map<String, Set<String>> rolesOverHttp() {
    Map<String, Set<String>> roles = new HashMap<>();
    for (Somebody somebody : EscalationSearchTest.CONTROLLED) {
      for (Place place : List.of(Place.MSP, Place.CLIENT)) {
        String question =
            place == Place.MSP ? "?msp=" + client.msp().id() : "?client=" + client.id();
        Response answer = get(subjects.get(somebody), "/v1/grants/effective" + question);
        roles.put(
            somebody + " " + place,
            answer.statusCode() == 404
                ? Set.of()
                : new TreeSet<>(answer.<List<String>>path("roles")));
      }
    }
    return roles;
  }

  private static Map<String, Set<String>> rolesIn(State state) {
    Map<String, Set<String>> roles = new HashMap<>();
    for (Somebody somebody : EscalationSearchTest.CONTROLLED) {
      for (Place place : List.of(Place.MSP, Place.CLIENT)) {
        roles.put(
            somebody + " " + place,
            state.rolesOf(somebody, place).stream().map(Role::name).collect(Collectors.toSet()));
      }
    }
    return roles;
  }

  private static Map<String, Object> ending(String role, UUID person) {
    Map<String, Object> grant = grantOf(role, person);
    grant.put("validUntil", inDays(200));
    return grant;
  }

  private static String inDays(int days) {
    return Instant.now().plus(Duration.ofDays(days)).toString();
  }

  private String path(Given given) {
    return path(given.place()) + "/grants/" + grants.get(given);
  }

  private String path(Place place) {
    return switch (place) {
      case PLATFORM -> "/v1/platform";
      case MSP -> client.msp().path();
      case CLIENT -> client.path();
    };
  }
}
