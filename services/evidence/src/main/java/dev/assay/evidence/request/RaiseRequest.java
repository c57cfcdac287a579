package dev.assay.evidence.request;

import static dev.assay.evidence.EvidenceProblem.REQUEST_STATE_FORBIDS;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.grant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Raises requests and sets their terms, once tenants has said where the client's days begin. */
@ApplicationScoped
class RaiseRequest {

  private static final String ENTITY = "EVIDENCE_REQUEST";

  private final StandingRequests requests;
  private final RequestLedger ledger;
  private final RequestViews views;
  private final AuditTrail audit;
  private final Caller caller;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  RaiseRequest(
      StandingRequests requests,
      RequestLedger ledger,
      RequestViews views,
      AuditTrail audit,
      Caller caller,
      Clock clock) {
    this.requests = requests;
    this.ledger = ledger;
    this.views = views;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @Transactional
  @Idempotent
  Response raiseEvidenceRequest(UUID clientId, RaiseBody body, ZoneId zone) {
    Instant now = now();
    UUID id = ids.generate();
    ledger.raise(
        new NewRequest(
            id,
            null,
            body.controlTestId(),
            new NewRequest.Question(body.controlId(), body.title(), body.asked()),
            body.periodFrom(),
            body.periodTo(),
            body.assigneePersonId(),
            new DueDate(body.dueOn(), zone),
            caller.token().subject(),
            caller.grant().personId(),
            now));
    audit.record(
        AuditEvent.of("evidence-request.raised", ENTITY, id)
            .with("controlId", body.controlId())
            .with("controlTestId", body.controlTestId())
            .with("periodFrom", body.periodFrom())
            .with("periodTo", body.periodTo())
            .with("assigneePersonId", body.assigneePersonId())
            .with("dueOn", body.dueOn())
            .with("timeZone", zone));
    return views.answer(
        Response.created(
            UriBuilder.fromPath("/v1/clients/{client}/evidence-requests/{id}").build(clientId, id)),
        id);
  }

  @Transactional
  Response setTerms(UUID id, @Nullable String ifMatch, TermsBody body) {
    StandingRequest request = requests.lock(id).orElseThrow(ProblemException::notFound);
    EntityTag.require(ifMatch, request.version());
    if (request.state().isEnd()) {
      throw ProblemException.of(
          REQUEST_STATE_FORBIDS,
          "The request is %s; nothing of it changes any more.".formatted(request.state()));
    }
    Instant now = now();
    ZoneId zone = ZoneId.of(request.timeZone());
    if (!body.dueOn().equals(request.dueOn())) {
      RaiseBody.requireDueFrom(LocalDate.ofInstant(now, zone), body.dueOn());
    }
    ledger.setTerms(
        request,
        body.assigneePersonId(),
        new DueDate(body.dueOn(), zone),
        body.reason(),
        new RequestLedger.By(caller.token().subject(), caller.grant().personId(), now));
    audit.record(
        AuditEvent.of("evidence-request.terms-set", ENTITY, id)
            .with("assigneePersonId", body.assigneePersonId())
            .with("dueOn", body.dueOn()));
    return views.answer(Response.ok(), id);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
