package dev.assay.readiness.source;

import dev.assay.readiness.blocker.BlockerCode;
import dev.assay.readiness.blocker.FactState;
import dev.assay.readiness.blocker.ProgrammeFact;
import dev.assay.readiness.year.SourceRead;
import dev.assay.readiness.year.YearFacts;
import dev.assay.tenancy.grant.Token;
import dev.assay.tenancy.scope.OutsideTransactions;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Reads a client's year from the services that hold it, all at once and in the caller's own name,
 * so that nobody sees here what they may not see there.
 */
@ApplicationScoped
public class YearReader {

  private static final String CONTROLS = "controls";
  private static final String TENANTS = "tenants";

  private record Read<T>(T value, Instant at) {}

  private final ControlsApi controls;
  private final TenantsApi tenants;
  private final OutsideTransactions outside;
  private final RequestDeadline deadline;
  private final ExecutorService threads;
  private final Clock clock;

  YearReader(
      @RestClient ControlsApi controls,
      @RestClient TenantsApi tenants,
      OutsideTransactions outside,
      RequestDeadline deadline,
      @VirtualThreads ExecutorService threads,
      Clock clock) {
    this.controls = controls;
    this.tenants = tenants;
    this.outside = outside;
    this.deadline = deadline;
    this.threads = threads;
    this.clock = clock;
  }

  /** The facts as they are now; a 503 problem when a service does not give its part in time. */
  public YearFacts read(UUID clientId, int fiscalYear, Token caller) {
    outside.require("controls and tenants");
    String bearer = "Bearer " + caller.raw();
    var askedControls = ask(CONTROLS, () -> controls.readinessInputs(bearer, clientId, fiscalYear));
    var askedClient = ask(TENANTS, () -> tenants.client(bearer, clientId).calendar());
    var askedPeople = ask(TENANTS, () -> people(bearer, clientId));

    var calendar = askedClient.within(deadline);
    var inputs = askedControls.within(deadline);
    var people = askedPeople.within(deadline);

    String client = "/v1/clients/" + clientId;
    return new YearFacts(
        clientId,
        fiscalYear,
        calendar.value(),
        inputs.value().controls().stream().map(ControlsAnswer.Control::toYearControl).toList(),
        programme(inputs.value()),
        List.of(),
        people.value(),
        List.of(
            new SourceRead(
                CONTROLS, client + "/years/" + fiscalYear + "/readiness-inputs", inputs.at()),
            new SourceRead(TENANTS, client, calendar.at()),
            new SourceRead(TENANTS, client + "/people", people.at())));
  }

  private <T> Answer<Read<T>> ask(String service, Supplier<T> question) {
    return new Answer<>(
        service,
        threads.submit(
            () -> {
              T value = question.get();
              return new Read<>(value, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            }));
  }

  private Map<UUID, String> people(String bearer, UUID clientId) {
    Map<UUID, String> names = new HashMap<>();
    @Nullable String cursor = null;
    do {
      PeopleAnswer page = tenants.people(bearer, clientId, TenantsApi.LONGEST_PAGE, cursor);
      page.items().forEach(person -> names.put(person.id(), person.displayName()));
      cursor = page.nextCursor();
    } while (cursor != null && !Thread.currentThread().isInterrupted());
    return names;
  }

  private static List<ProgrammeFact> programme(ControlsAnswer inputs) {
    return List.of(
        new ProgrammeFact(
            BlockerCode.SCOPING_NOT_APPROVED,
            inputs.scopingApproved() ? FactState.CLEAR : FactState.OPEN,
            CONTROLS),
        new ProgrammeFact(BlockerCode.IPE_MISSING, FactState.NOT_ASSESSED, CONTROLS),
        new ProgrammeFact(BlockerCode.VENDOR_SOC1_GAP, FactState.NOT_ASSESSED, "vendors"));
  }
}
