package dev.assay.evidence.drill;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.evidence.owner.Owner;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers do with the drills of the owner in whose scope they are. */
@ApplicationScoped
class DrillEdge {

  private final Drills drills;
  private final DrillLedger ledger;
  private final DrillLines lines;
  private final DrillWork queue;
  private final Population population;
  private final DrillSettings settings;
  private final Seeds seeds;
  private final Scopes scopes;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  DrillEdge(
      Drills drills,
      DrillLedger ledger,
      DrillLines lines,
      DrillWork queue,
      Population population,
      DrillSettings settings,
      Seeds seeds,
      Scopes scopes,
      Caller caller,
      AuditTrail audit,
      Clock clock) {
    this.drills = drills;
    this.ledger = ledger;
    this.lines = lines;
    this.queue = queue;
    this.population = population;
    this.settings = settings;
    this.seeds = seeds;
    this.scopes = scopes;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** Enters a drill that a worker runs. */
  @Transactional(Transactional.TxType.MANDATORY)
  Response ask(DrillRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    TenantScope.Client owner = scopes.client();
    UUID id = ids.generate();
    String seed = request.seed() == null ? seeds.fresh() : request.seed();
    DrillScope scope = request.scope(now);
    ledger.ask(
        new NewDrill(id, request.sampleSize(), seed, scope, caller.token().subject(), now, null));
    queue.add(owner, id, DrillWork.Kind.DRILL, now.plus(settings.settle()));
    audit.record(
        AuditEvent.of("evidence-drill.asked", "EVIDENCE_DRILL", id)
            .with("sampleSize", request.sampleSize())
            .with("seed", seed)
            .with("controlId", scope.controlId())
            .with("periodFrom", scope.periodFrom())
            .with("periodTo", scope.periodTo()));
    return Response.created(URI.create(Owner.of(owner).items() + "-drills/" + id))
        .entity(get(id))
        .build();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  Page<DrillResponse> list(@Nullable Integer limit, @Nullable String cursor) {
    var page = PageRequest.of(limit, cursor, "evidence-drills", scopes.client());
    Instant now = clock.instant();
    return Page.of(
        drills.page(page),
        page,
        drill -> drill.id().toString(),
        drill -> DrillResponse.of(drill, now));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  DrillResponse get(UUID drill) {
    return DrillResponse.of(find(drill), clock.instant());
  }

  @Transactional(Transactional.TxType.MANDATORY)
  Page<LineResponse> lines(
      UUID drill, boolean differing, @Nullable Integer limit, @Nullable String cursor) {
    var page =
        PageRequest.of(limit, cursor, "evidence-drill-lines", scopes.client(), drill, differing);
    find(drill);
    return Page.of(
        lines.page(drill, differing, page.after(Integer::valueOf).orElse(0), page.fetchSize()),
        page,
        line -> Integer.toString(line.position()),
        LineResponse::of);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  Page<PopulationResponse> population(
      UUID drill, @Nullable Integer limit, @Nullable String cursor) {
    var page = PageRequest.of(limit, cursor, "evidence-drill-population", scopes.client(), drill);
    return Page.of(
        population.page(
            find(drill).scope(),
            page.after(UUID::fromString).orElse(Population.start()),
            page.fetchSize()),
        page,
        UUID::toString,
        PopulationResponse::new);
  }

  private Drill find(UUID drill) {
    return drills.findByIdOptional(drill).orElseThrow(ProblemException::notFound);
  }
}
