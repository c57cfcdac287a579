package dev.assay.evidence.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.evidence.EvidenceTest;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.testing.stack.TestStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two replicas with the same work, one of which has lost it without knowing. */
@EvidenceTest
class RivalDrillersTest {

  private static final Duration LEASE = Duration.ofMinutes(10);

  private final TenantScope.Client client =
      new TenantScope.Client(UUID.randomUUID(), UUID.randomUUID());
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Scopes scopes;
  private final DrillLedger ledger;
  private final DrillWork queue;
  private final Drills drills;
  private final Schedules schedules;
  private final RunDrill run;
  private final KeepSchedule keep;

  RivalDrillersTest(
      Scopes scopes,
      DrillLedger ledger,
      DrillWork queue,
      Drills drills,
      Schedules schedules,
      RunDrill run,
      KeepSchedule keep) {
    this.scopes = scopes;
    this.ledger = ledger;
    this.queue = queue;
    this.drills = drills;
    this.schedules = schedules;
    this.run = run;
    this.keep = keep;
  }

  /** Taken twice in one transaction, so that no third replica sees it. */
  private List<DrillWork.Taken> takenTwice(UUID subject, DrillWork.Kind kind, Runnable prepare) {
    return scopes.inTransaction(
        client,
        () -> {
          prepare.run();
          queue.add(client, subject, kind, now.minus(Duration.ofDays(1)));
          var first = queue.take(kind, LEASE).orElseThrow();
          queue.postpone(first, Duration.ofDays(-1));
          return List.of(first, queue.take(kind, LEASE).orElseThrow());
        });
  }

  @Test
  void letsOnlyTheOwnerEndADrill() throws IOException {
    UUID id = UUID.randomUUID();
    List<DrillWork.Taken> rivals =
        takenTwice(
            id,
            DrillWork.Kind.DRILL,
            () ->
                ledger.ask(
                    new NewDrill(
                        id,
                        5,
                        "ab".repeat(32),
                        new DrillScope(null, null, null, now),
                        "somebody",
                        now,
                        null)));
    assertThat(rivals).allMatch(taken -> taken.subject().equals(id));

    assertThatThrownBy(() -> run.run(rivals.getFirst()))
        .hasMessageContaining("another worker has taken this drill over");

    assertThat(find(id).state()).isEqualTo(DrillState.ASKED);
    run.run(rivals.getLast());
    Drill.Result result = find(id).result().orElseThrow();
    run.run(rivals.getFirst());
    assertThat(find(id).result()).contains(result);
    assertThat(
            TestStore.versions().stream()
                .filter(version -> version.contains(client.clientId().toString())))
        .hasSize(1);
  }

  @Test
  void beginsADrillOfASchedulesDayOnce() {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<DrillWork.Taken> rivals =
        takenTwice(
            client.clientId(),
            DrillWork.Kind.SCHEDULE,
            () -> schedules.add(new Schedule(1, true, 1, 3, today, 5, "reason", "somebody", now)));

    rivals.forEach(taken -> scopes.runInTransaction(client, () -> keep.run(taken)));

    assertThat(scopes.inTransaction(client, () -> drills.count())).isEqualTo(1);
  }

  private Drill find(UUID id) {
    return scopes.inTransaction(client, () -> drills.findByIdOptional(id).orElseThrow());
  }
}
