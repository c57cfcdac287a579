package dev.assay.evidence;

import static dev.assay.evidence.RequestApi.requests;
import static dev.assay.evidence.RequestApi.series;
import static dev.assay.evidence.RequestApi.technician;
import static dev.assay.evidence.RequestApi.today;
import static dev.assay.evidence.TenantsStub.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evidence.request.DueDate;
import dev.assay.evidence.request.NewRequest;
import dev.assay.evidence.request.RequestLedger;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Several replicas that ask for the same period: the table's key lets one of them. */
@EvidenceTest
class SeriesReplicasTest {

  private final RequestLedger ledger;
  private final Scopes scopes;
  private final UUID client = UUID.randomUUID();

  SeriesReplicasTest(RequestLedger ledger, Scopes scopes) {
    this.ledger = ledger;
    this.scopes = scopes;
  }

  private String begun(LocalDate first) {
    return RequestApi.writing(technician(client), EvidenceSeriesResourceTest.monthly(first))
        .post(series(client))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void asksForAPeriodOnceHoweverManyReplicasTryAtOnce() {
    LocalDate first = today().plusDays(300);
    UUID id = UUID.fromString(begun(first));
    var asked = new AtomicInteger();

    try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        replicas.execute(
            () -> {
              if (scopes.inTransaction(
                  new TenantScope.Client(RoleGrants.MSP, client), () -> ask(id, first))) {
                asked.incrementAndGet();
              }
            });
      }
    }

    assertThat(asked).hasValue(1);
    assertThat(technician(client).get(requests(client)).<List<String>>path("items.periodFrom"))
        .containsExactly(first.toString());
  }

  private boolean ask(UUID id, LocalDate from) {
    return ledger.raise(
        new NewRequest(
            UUID.randomUUID(),
            id,
            null,
            new NewRequest.Question("AM-04", "User list", "All users."),
            from,
            from.plusDays(30),
            OWNER,
            new DueDate(from.plusDays(40), ZoneId.of(TenantsStub.ZONE)),
            "system:evidence-series",
            null,
            Instant.now()));
  }
}
