package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.local.demo.Answer;
import dev.assay.local.demo.MainJob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Parts that hang or are gone, on the real stack. It comes last, and Keycloak's end is its last: it
 * is not started again.
 */
@Order(100)
@ExtendWith(RealStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutageE2ET {

  private static final Duration PROMISED = Duration.ofSeconds(2);

  /** What a busy machine may add to the promise before the test fails for it. */
  private static final Duration BUSY = Duration.ofMillis(500);

  private final RealStack real;
  private final String evidence;
  private final String view;

  OutageE2ET(RealStack real) {
    this.real = real;
    this.evidence = "/v1/clients/" + real.made().clientId() + "/evidence";
    this.view =
        "/v1/clients/%s/years/%d/views/404"
            .formatted(real.made().clientId(), real.made().fiscalYear());
  }

  @Test
  @Order(1)
  void answersInTimeWhileTheStoreHangsAndLeavesNothingHalfDone() throws Exception {
    String files = evidence + "/" + real.made().files().getFirst().evidenceId() + "/files";
    byte[] content = "not to be stored".getBytes(StandardCharsets.UTF_8);
    long before = filesOf(real.made().clientId());

    try (var hanging = new Hanging("rgw")) {
      assertThat(hanging.count()).isPositive();
      unavailable(
          () ->
              real.as("technician")
                  .upload(
                      files,
                      "hanging-" + UUID.randomUUID(),
                      "a.txt",
                      content,
                      MainJob.digest(content)));
      real.as("technician").get("evidence", evidence).expect(200);
      real.as("executive").get("readiness", view).expect(200);
    }

    assertThat(filesOf(real.made().clientId())).isEqualTo(before);
    recovered(() -> real.as("technician").get("evidence", evidence));
  }

  @Test
  @Order(2)
  void answersInTimeWhileTheDatabaseHangs() throws Exception {
    real.as("technician").get("evidence", evidence).expect(200);

    try (var hanging = new Hanging("postgres")) {
      assertThat(hanging.count()).isPositive();
      unavailable(() -> real.as("technician").get("evidence", evidence));
      unavailable(
          () -> real.as("technician").get("tenants", "/v1/clients/" + real.made().clientId()));
      unavailable(() -> real.as("executive").get("readiness", view));
    }

    recovered(() -> real.as("executive").get("readiness", view));
  }

  @Test
  @Order(3)
  void answersInTimeWhileTenantsHangs() throws Exception {
    try (var hanging = new Hanging("tenants")) {
      assertThat(hanging.count()).isPositive();
      String unknown = "/v1/clients/" + UUID.randomUUID();
      unavailable(() -> real.as("technician").get("evidence", unknown + "/evidence"));
      unavailable(() -> real.as("technician").get("controls", unknown + "/years/2026/controls"));
      unavailable(() -> real.as("technician").get("readiness", unknown + "/years/2026/views/404"));
    }

    recovered(() -> real.as("executive").get("readiness", view));
  }

  @Test
  @Order(4)
  void goesOnWithValidTokensWithoutKeycloak() {
    real.as("executive").get("readiness", view).expect(200);
    ProcessHandle.of(real.stack().part("keycloak").pid()).orElseThrow().destroyForcibly();

    real.as("executive").get("readiness", view).expect(200);
    real.as("technician").get("evidence", evidence).expect(200);
  }

  private static void unavailable(Supplier<Answer> call) {
    Instant begun = Instant.now();
    Answer answer = call.get();
    Duration took = Duration.between(begun, Instant.now());

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body().path("type").asText()).isEqualTo("/problems/dependency-unavailable");
    assertThat(took).isLessThan(PROMISED.plus(BUSY));
  }

  private static void recovered(Supplier<Answer> call) {
    Instant until = Instant.now().plus(Duration.ofSeconds(20));
    while (call.get().status() != 200) {
      assertThat(Instant.now()).isBefore(until);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private long filesOf(UUID client) throws SQLException {
    try (var connection = real.stack().postgres().superuser("evidence");
        var count =
            connection.prepareStatement(
                """
                select count(*) from evidence_file_current
                where client_id = ? and state not in ('PENDING', 'ABANDONED')
                """)) {
      count.setObject(1, client);
      try (var row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Stops a part and all of its processes for a while, by signal; they notice nothing of it. */
  private final class Hanging implements AutoCloseable {

    private final List<Long> pids;

    Hanging(String part) throws IOException {
      ProcessHandle main = ProcessHandle.of(real.stack().part(part).pid()).orElseThrow();
      pids = Stream.concat(Stream.of(main), main.descendants()).map(ProcessHandle::pid).toList();
      signal("-STOP");
    }

    int count() {
      return pids.size();
    }

    private void signal(String name) throws IOException {
      for (long pid : pids) {
        new ProcessBuilder("kill", name, Long.toString(pid)).start().onExit().join();
      }
    }

    @Override
    public void close() throws IOException {
      signal("-CONT");
    }
  }
}
