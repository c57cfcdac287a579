package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.local.demo.Answer;
import dev.assay.local.demo.AssayApi;
import dev.assay.local.demo.DemoData;
import dev.assay.local.demo.MainJob;
import dev.assay.local.demo.Onboarding;
import dev.assay.local.demo.StackExports;
import dev.assay.local.service.Replica;
import dev.assay.local.service.Service;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A second instance of every service, started beside the first, changes nothing. */
@Order(5)
@ExtendWith(RealStack.class)
class ReplicaE2ET {

  private static final int TIMES = 10;
  private static final int FILES = 24;

  private static final Map<Service, Replica> REPLICAS = new EnumMap<>(Service.class);

  private final LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
  private final RealStack real;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();

  ReplicaE2ET(RealStack real) {
    this.real = real;
  }

  @BeforeAll
  static void startReplicas(RealStack real) throws InterruptedException {
    for (Service service : Service.values()) {
      REPLICAS.put(service, real.stack().replica(service, 1, Map.of()));
    }
  }

  @AfterAll
  static void stopReplicas() {
    REPLICAS.values().forEach(Replica::close);
  }

  @Test
  void theMainJobThroughBothByTurnsGivesTheSameView() {
    var onboarding = new Onboarding("replica-job", today, this::byTurns, DemoData.SUBJECTS);

    MainJob.Made made =
        new MainJob("replica-main", today, this::byTurns, onboarding)
            .run(
                "Northlight Managed Services (two replicas)",
                "Copperfield Instruments (two replicas)",
                new StackExports(real.stack()).take());

    JsonNode throughBoth = view(byTurns("executive"), made);
    assertThat(gist(throughBoth)).isEqualTo(gist(view(real.as("executive"), real.made())));
    assertThat(throughBoth)
        .isEqualTo(view(at("executive", this::first), made))
        .isEqualTo(view(at("executive", this::second), made));
  }

  @Test
  void oneKeySentToBothAtOnceHasOneEffect() throws Exception {
    for (int time = 0; time < TIMES; time++) {
      String title = "Sent to both at once " + UUID.randomUUID();
      String key = "replica-twice-" + UUID.randomUUID();

      List<Answer> answers =
          atOnce(service -> at("technician", service).post("evidence", items(), key, item(title)));

      assertThat(answers).extracting(Answer::status).containsOnly(201);
      assertThat(answers.getFirst().body()).isEqualTo(answers.getLast().body());
      assertThat(count("select count(*) from evidence where title = ?", title)).isEqualTo(1);
      assertThat(events("evidence.entered", answers.getFirst().id())).isEqualTo(1);
    }
  }

  @Test
  void oneUploadSentToBothAtOnceIsOneFile() throws Exception {
    UUID item = newItem();
    for (int time = 0; time < TIMES; time++) {
      byte[] content = ("bytes " + time).getBytes(StandardCharsets.UTF_8);
      String key = "replica-upload-" + UUID.randomUUID();
      String name = "both-%d.txt".formatted(time);

      List<Answer> answers =
          atOnce(
              service ->
                  at("technician", service)
                      .upload(files(item), key, name, content, MainJob.digest(content)));

      // Whoever comes second is told that the first is on its way, or gets its answer.
      assertThat(answers).extracting(Answer::status).contains(201).isSubsetOf(201, 409);
      assertThat(count("select count(*) from evidence_file where name = ?", name)).isEqualTo(1);
    }
  }

  @Test
  void eachFileIsSealedOnceThoughBothSeal() throws Exception {
    UUID item = newItem();
    List<UUID> files = new ArrayList<>();
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> sent =
          IntStream.range(0, FILES)
              .mapToObj(number -> senders.submit(() -> sendFile(item, number)))
              .toList();
      for (Future<Answer> answer : sent) {
        files.add(answer.get().expect(201).id());
      }
    }

    for (UUID file : files) {
      awaitSealed(item, file);
    }

    for (UUID file : files) {
      assertThat(states(file)).containsExactly("PENDING", "UPLOADED", "VERIFIED", "SEALED");
      assertThat(events("evidence-file.sealed", file)).isEqualTo(1);
      assertThat(events("evidence-file.verified", file)).isEqualTo(1);
    }
  }

  private Answer sendFile(UUID item, int number) {
    byte[] content = ("file " + number).getBytes(StandardCharsets.UTF_8);
    return byTurns("technician")
        .upload(
            files(item),
            "replica-file-" + UUID.randomUUID(),
            "file-%d.txt".formatted(number),
            content,
            MainJob.digest(content));
  }

  private void awaitSealed(UUID item, UUID file) {
    Instant until = Instant.now().plusSeconds(30);
    while (true) {
      Answer answer = byTurns("technician").get("evidence", files(item) + "/" + file).expect(200);
      if (answer.body().path("state").asText().equals("SEALED")) {
        return;
      }
      assertThat(Instant.now()).as(answer.body().toString()).isBefore(until);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  /** The same request to both instances at the same moment; the first instance's answer first. */
  private List<Answer> atOnce(Function<Function<String, URI>, Answer> request) throws Exception {
    var ready = new CountDownLatch(1);
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> sent = new ArrayList<>();
      for (Function<String, URI> instance :
          List.<Function<String, URI>>of(this::first, this::second)) {
        sent.add(
            senders.submit(
                () -> {
                  ready.await();
                  return request.apply(instance);
                }));
      }
      ready.countDown();
      return List.of(sent.getFirst().get(), sent.getLast().get());
    }
  }

  private String items() {
    return "/v1/clients/" + real.made().clientId() + "/evidence";
  }

  private String files(UUID item) {
    return items() + "/" + item + "/files";
  }

  private UUID newItem() {
    return byTurns("technician")
        .post("evidence", items(), "replica-item-" + UUID.randomUUID(), item("Files for two"))
        .expect(201)
        .id();
  }

  private Map<String, ?> item(String title) {
    return Map.of(
        "title",
        title,
        "controlId",
        "AM-06",
        "periodFrom",
        today.withDayOfYear(1).toString(),
        "periodTo",
        today.toString(),
        "sourceSystem",
        "Keycloak realm assay");
  }

  /** The view at two moments differs in when it was asked for. */
  private JsonNode view(AssayApi by, MainJob.Made made) {
    String path = "/v1/clients/%s/years/%d/views/404".formatted(made.clientId(), made.fiscalYear());
    ObjectNode view = (ObjectNode) by.get("readiness", path).expect(200).body();
    view.remove("asOf");
    for (JsonNode source : view.path("inputs").path("sources")) {
      ((ObjectNode) source).remove("readAt");
    }
    return view;
  }

  /** What must not depend on ids: the state, what blocks, and the score. */
  private static List<String> gist(JsonNode view) {
    var blockers = new TreeSet<String>();
    for (JsonNode blocker : view.path("blockers")) {
      blockers.add(blocker.path("code").asText() + " " + blocker.path("controlId").asText());
    }
    List<String> gist = new ArrayList<>(blockers);
    gist.add(view.path("state").asText());
    gist.add(view.path("score").path("value").asText());
    return gist;
  }

  private long events(String action, UUID entity) throws SQLException {
    return count(
        "select count(*) from audit_event where action = '" + action + "' and entity_id = ?",
        entity);
  }

  private long count(String query, Object value) throws SQLException {
    try (var connection = real.stack().postgres().superuser("evidence");
        var count = connection.prepareStatement(query)) {
      count.setObject(1, value);
      try (var row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private List<String> states(UUID file) throws SQLException {
    try (var connection = real.stack().postgres().superuser("evidence");
        var query =
            connection.prepareStatement(
                "select state from evidence_transition where file_id = ? order by step")) {
      query.setObject(1, file);
      try (var rows = query.executeQuery()) {
        List<String> states = new ArrayList<>();
        while (rows.next()) {
          states.add(rows.getString(1));
        }
        return states;
      }
    }
  }

  private AssayApi byTurns(String user) {
    return at(user, service -> turn.getAndIncrement() % 2 == 0 ? first(service) : second(service));
  }

  private AssayApi at(String user, Function<String, URI> address) {
    return new AssayApi(address, () -> tokens.computeIfAbsent(user, real::token));
  }

  private URI first(String service) {
    return real.address(service);
  }

  private URI second(String service) {
    Replica replica = REPLICAS.get(Service.of(service).orElseThrow());
    return replica.url();
  }
}
