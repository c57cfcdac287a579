package dev.assay.evidence.auditpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.evidence.EvidenceTest;
import dev.assay.evidence.store.EvidenceStore;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.testing.stack.TestStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two builders with the same package, one of which has lost it without knowing. */
@EvidenceTest
class RivalBuildersTest {

  private static final Duration LEASE = Duration.ofMinutes(10);

  private final TenantScope.Client client =
      new TenantScope.Client(UUID.randomUUID(), UUID.randomUUID());
  private final Scopes scopes;
  private final PackageLedger ledger;
  private final PackageWork queue;
  private final AuditPackages packages;
  private final BuildPackage build;
  private final EvidenceStore store;

  RivalBuildersTest(
      Scopes scopes,
      PackageLedger ledger,
      PackageWork queue,
      AuditPackages packages,
      BuildPackage build,
      EvidenceStore store) {
    this.scopes = scopes;
    this.ledger = ledger;
    this.queue = queue;
    this.packages = packages;
    this.build = build;
    this.store = store;
  }

  /** Taken twice in one transaction, so that no third builder sees it. */
  private List<PackageWork.Taken> takenTwice() {
    UUID id = UUID.randomUUID();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    LocalDate day = LocalDate.parse("2026-06-30");
    return scopes.inTransaction(
        client,
        () -> {
          var scope = new PackageScope(client.clientId(), day, day, now);
          ledger.ask(id, scope, store.bucket(), "somebody", now);
          queue.add(client, id, Duration.ofDays(-1));
          var first = queue.take(LEASE).orElseThrow();
          queue.postpone(first, Duration.ofDays(-1));
          return List.of(first, queue.take(LEASE).orElseThrow());
        });
  }

  private PackageState state(UUID id) {
    return scopes.inTransaction(client, () -> packages.findByIdOptional(id).orElseThrow().state());
  }

  private static List<String> objects(UUID id) {
    return TestStore.versions().stream()
        .filter(version -> version.contains(id.toString()))
        .toList();
  }

  @Test
  void letsOnlyTheOwnerMakeAnObject() throws IOException {
    List<PackageWork.Taken> rivals = takenTwice();
    UUID id = rivals.getFirst().id();
    assertThat(rivals.getLast().id()).isEqualTo(id);

    assertThatThrownBy(() -> build.run(rivals.getFirst()))
        .hasMessageContaining("another builder has taken this package over");

    assertThat(objects(id)).isEmpty();
    assertThat(state(id)).isEqualTo(PackageState.BUILDING);
    build.run(rivals.getLast());
    assertThat(objects(id)).hasSize(1);
    assertThat(state(id)).isEqualTo(PackageState.SEALED);
    build.run(rivals.getFirst());
    assertThat(objects(id)).hasSize(1);
  }

  @Test
  void failsWhenASecondBuildComesToOtherBytes() throws IOException {
    List<PackageWork.Taken> rivals = takenTwice();
    UUID id = rivals.getLast().id();
    // As a builder of another release would have left it.
    scopes.runInTransaction(
        client,
        () ->
            ledger.announce(
                id,
                new PackageBytes(4711, "0".repeat(64), 0, 0, 0),
                Instant.now().plusSeconds(60)));

    build.run(rivals.getLast());

    assertThat(objects(id)).isEmpty();
    assertThat(state(id)).isEqualTo(PackageState.FAILED);
    assertThat(
            scopes.inTransaction(
                client, () -> packages.findByIdOptional(id).orElseThrow().reason()))
        .contains("NOT_REPRODUCIBLE");
  }
}
