package dev.assay.evidence;

import static dev.assay.evidence.EvidenceApi.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.page.ForgedCursor;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.scheduler.Scheduler;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EvidenceTest
class HoldingTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");

  private final Scheduler rounds;

  HoldingTest(Scheduler rounds) {
    this.rounds = rounds;
  }

  private static Response held(UUID client, String query) {
    return EvidenceApi.as("AUDITOR", client)
        .get("/v1/clients/" + client + "/holdings?controlId=AM-04&" + query);
  }

  /** A file's life: what came when, in order. */
  private record Moment(String state, Instant at) {}

  private record File(String id, List<Moment> life) {

    /** As a person would reckon it: go through the life up to that moment, and see where it is. */
    boolean isSealedAt(Instant moment) {
      String state = "";
      for (Moment next : life) {
        if (!next.at().isAfter(moment)) {
          state = next.state();
        }
      }
      return state.equals("SEALED");
    }
  }

  private record Item(String id, String control, LocalDate from, LocalDate to, List<File> files) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void answersAsANaiveReckoningDoes(long seed) throws SQLException {
    var random = new Random(seed);
    UUID client = UUID.randomUUID();
    List<Item> history = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      history.add(item(random));
    }
    try (var app = TestDatabase.inClient(RoleGrants.MSP, client)) {
      for (Item item : history) {
        insert(app, item);
      }
    }

    for (int question = 0; question < 60; question++) {
      LocalDate asOf = FIRST_DAY.plusDays(random.nextInt(40));
      // Half of the moments are those at which something happened: edges are where answers differ.
      Instant knownAt = question % 2 == 0 ? someMoment(history, random) : at(random);

      List<String> answer = new ArrayList<>();
      String cursor = "";
      do {
        Response page =
            held(client, "asOf=%s&knownAt=%s&limit=3%s".formatted(asOf, knownAt, cursor));
        page.then().statusCode(200);
        List<String> items = page.path("items.id");
        List<List<String>> files = page.path("items.files.id");
        for (int i = 0; i < items.size(); i++) {
          answer.add(items.get(i) + files.get(i));
        }
        String next = page.path("nextCursor");
        cursor = next == null ? "" : "&cursor=" + next;
      } while (!cursor.isEmpty());

      assertThat(answer)
          .as("seed %d, as of %s, known at %s", seed, asOf, knownAt)
          .isEqualTo(naive(history, asOf, knownAt));
    }
  }

  private static List<String> naive(List<Item> history, LocalDate asOf, Instant knownAt) {
    SortedMap<String, String> found = new TreeMap<>(Comparator.reverseOrder());
    for (Item item : history) {
      List<String> files =
          item.files().stream()
              .filter(file -> file.isSealedAt(knownAt))
              .map(File::id)
              .sorted()
              .toList();
      boolean covers = !asOf.isBefore(item.from()) && !asOf.isAfter(item.to());
      if (item.control().equals("AM-04") && covers && !files.isEmpty()) {
        found.put(item.id(), item.id() + files);
      }
    }
    return List.copyOf(found.values());
  }

  private static Instant someMoment(List<Item> history, Random random) {
    List<Moment> moments =
        history.stream().flatMap(i -> i.files().stream()).flatMap(f -> f.life().stream()).toList();
    return moments.get(random.nextInt(moments.size())).at();
  }

  private static Instant at(Random random) {
    return START.plusMillis(random.nextInt(1000));
  }

  private static Item item(Random random) {
    LocalDate from = FIRST_DAY.plusDays(random.nextInt(30));
    List<File> files = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      files.add(new File(UUID.randomUUID().toString(), life(random)));
    }
    return new Item(
        UUID.randomUUID().toString(),
        random.nextInt(4) == 0 ? "CM-01" : "AM-04",
        from,
        from.plusDays(random.nextInt(10)),
        files);
  }

  private static List<Moment> life(Random random) {
    List<String> way =
        List.of(
                List.of("PENDING"),
                List.of("PENDING", "ABANDONED"),
                List.of("PENDING", "UPLOADED", "QUARANTINED"),
                List.of("PENDING", "UPLOADED", "VERIFIED"),
                List.of("PENDING", "UPLOADED", "VERIFIED", "QUARANTINED"),
                List.of("PENDING", "UPLOADED", "VERIFIED", "SEALED"))
            .get(Math.min(5, random.nextInt(12)));
    List<Moment> life = new ArrayList<>();
    Instant at = at(random);
    for (String state : way) {
      life.add(new Moment(state, at));
      at = at.plusMillis(random.nextInt(200));
    }
    return life;
  }

  private static void insert(Connection app, Item item) throws SQLException {
    try (var statement = app.createStatement()) {
      statement.execute(
          """
          insert into evidence (id, title, control_id, period_from, period_to, source_system,
                                added_by, arrived_at)
          values ('%s', 'Users', '%s', '%s', '%s', 'realm', 'who', '%s')
          """
              .formatted(item.id(), item.control(), item.from(), item.to(), START));
      for (File file : item.files()) {
        statement.execute(
            """
            insert into evidence_file (id, evidence_id, name, media_type, size_bytes, sha256, bucket,
                                       object_key, added_by, added_at)
            values ('%s', '%s', 'a.csv', 'text/csv', 1, repeat('0', 64), 'b', 'k', 'who', '%s')
            """
                .formatted(file.id(), item.id(), file.life().getFirst().at()));
        String previous = "null";
        for (int step = 0; step < file.life().size(); step++) {
          Moment moment = file.life().get(step);
          statement.execute(transition(file.id(), moment, previous, step));
          previous = "'" + moment.state() + "'";
        }
      }
    }
  }

  private static String transition(String file, Moment moment, String previous, int step) {
    boolean uploaded = moment.state().equals("UPLOADED");
    boolean sealed = moment.state().equals("SEALED");
    boolean reason = moment.state().equals("ABANDONED") || moment.state().equals("QUARANTINED");
    return """
        insert into evidence_transition
          (file_id, state, previous, step, at, version_id, retain_until, rule_set, reason)
        values ('%s', '%s', %s, %d, '%s', %s, %s, %s, %s)
        """
        .formatted(
            file,
            moment.state(),
            previous,
            step,
            moment.at(),
            uploaded ? "'v'" : "null",
            uploaded || sealed ? "'2033-07-01T12:00:00Z'" : "null",
            sealed ? "'evidence-retention-1'" : "null",
            reason ? "'code'" : "null");
  }

  @Test
  void tellsTheSealedFilesOfAnItem() {
    UUID client = UUID.randomUUID();
    String item = EvidenceApi.newItem(client);
    Instant before = Instant.now();
    String file = EvidenceApi.upload(client, item, EvidenceApi.bytes(64)).path("id");
    EvidenceApi.awaitState(client, item, file, "SEALED");

    Response now = held(client, "asOf=2026-06-30");

    now.then().statusCode(200);
    assertThat(now.<List<String>>path("items.id")).containsExactly(item);
    assertThat(now.<String>path("items[0].files[0].sha256"))
        .isEqualTo(EvidenceApi.hex(EvidenceApi.bytes(64)));
    assertThat(now.<String>path("items[0].files[0].retainUntil")).isEqualTo("2033-07-01T12:00:00Z");
    assertThat(held(client, "asOf=2026-07-01").<List<?>>path("items")).isEmpty();
    assertThat(held(client, "asOf=2026-06-30&knownAt=" + before).<List<?>>path("items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "asOf=2026-02-30",
        "asOf=0001-01-01",
        "asOf=+99999-01-01",
        "asOf=2026-06-30&knownAt=yesterday",
        "asOf=2026-06-30&knownAt=2999-01-01T00:00:00Z",
        "asOf=2026-06-30&knownAt=1066-01-01T00:00:00Z",
        "asOf=2026-06-30&limit=0"
      })
  void refusesAQuestionThatHasNoAnswer(String query) {
    Problems.expect(held(A, query), 400, "invalid-request");
  }

  @Test
  void refusesACursorOfAnotherQuestion() {
    UUID client = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      String item = EvidenceApi.newItem(client);
      String file = EvidenceApi.upload(client, item, EvidenceApi.bytes(1)).path("id");
      EvidenceApi.awaitState(client, item, file, "SEALED");
    }
    String cursor = held(client, "asOf=2026-06-30&limit=1").path("nextCursor");

    held(client, "asOf=2026-06-30&limit=1&cursor=" + cursor).then().statusCode(200);
    Problems.expect(
        held(client, "asOf=2026-06-29&limit=1&cursor=" + cursor), 400, "invalid-cursor");
    Problems.expect(
        held(client, "asOf=2026-06-30&cursor=" + ForgedCursor.of(cursor, "no-id")),
        400,
        "invalid-cursor");
  }

  @Test
  void takesOneStatement() {
    RequestApi.whilePaused(
        rounds,
        () -> SqlStatements.atMost(2, () -> held(A, "asOf=2026-06-30").then().statusCode(200)));
  }
}
