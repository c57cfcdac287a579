package dev.assay.evidence.request;

import static dev.assay.evidence.EvidenceProblem.ACCEPTED_BY_ANOTHER;
import static dev.assay.evidence.EvidenceProblem.GIVEN_EVIDENCE_NOT_SEALED;
import static dev.assay.evidence.EvidenceProblem.NOT_THE_ASSIGNEE;
import static dev.assay.evidence.EvidenceProblem.REQUEST_STATE_FORBIDS;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.FieldError;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.grant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Moves a request on, once nothing speaks against it. */
@ApplicationScoped
class MoveRequest {

  private static final String ENTITY = "EVIDENCE_REQUEST";

  private final StandingRequests requests;
  private final RequestLedger ledger;
  private final GivenEvidences given;
  private final AuditTrail audit;
  private final Caller caller;
  private final Clock clock;

  MoveRequest(
      StandingRequests requests,
      RequestLedger ledger,
      GivenEvidences given,
      AuditTrail audit,
      Caller caller,
      Clock clock) {
    this.requests = requests;
    this.ledger = ledger;
    this.given = given;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void submit(UUID id, @Nullable String ifMatch, SubmissionBody body) {
    StandingRequest request = lock(id, ifMatch, RequestState.SUBMITTED);
    if (!request.assigneePersonId().equals(caller.grant().personId())) {
      throw ProblemException.of(NOT_THE_ASSIGNEE, "It was asked of somebody else.");
    }
    requireFitting(request, body.evidenceIds());
    ledger.step(request, RequestState.SUBMITTED, body.note(), by());
    ledger.give(request, body.evidenceIds());
    record(request, "submitted", "evidence", ids(body.evidenceIds()));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void accept(UUID id, @Nullable String ifMatch, @Nullable String note) {
    StandingRequest request = lock(id, ifMatch, RequestState.ACCEPTED);
    requireAnother(request);
    List<GivenEvidence> last = Verdict.lastOf(given.of(id));
    List<UUID> unsealed =
        last.stream().filter(item -> !item.isSealed()).map(GivenEvidence::evidenceId).toList();
    if (!unsealed.isEmpty()) {
      throw ProblemException.of(
          GIVEN_EVIDENCE_NOT_SEALED, "No file is SEALED yet of %s.".formatted(ids(unsealed)));
    }
    ledger.step(request, RequestState.ACCEPTED, note, by());
    record(
        request,
        "accepted",
        "evidence",
        ids(last.stream().map(GivenEvidence::evidenceId).toList()));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void giveBack(UUID id, @Nullable String ifMatch, String reason) {
    StandingRequest request = lock(id, ifMatch, RequestState.RETURNED);
    ledger.step(request, RequestState.RETURNED, reason, by());
    record(request, "returned", "step", Integer.toString(request.step() + 1));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void withdraw(UUID id, @Nullable String ifMatch, String reason) {
    StandingRequest request = lock(id, ifMatch, RequestState.WITHDRAWN);
    ledger.step(request, RequestState.WITHDRAWN, reason, by());
    record(request, "withdrawn", "step", Integer.toString(request.step() + 1));
  }

  private StandingRequest lock(UUID id, @Nullable String ifMatch, RequestState next) {
    StandingRequest request = requests.lock(id).orElseThrow(ProblemException::notFound);
    EntityTag.require(ifMatch, request.version());
    if (!request.state().mayBecome(next)) {
      throw ProblemException.of(
          REQUEST_STATE_FORBIDS,
          "The request is %s, and so cannot become %s.".formatted(request.state(), next));
    }
    return request;
  }

  /** Whoever gave cannot accept: neither the submitter nor who entered one of the items. */
  private void requireAnother(StandingRequest request) {
    if (request.assigneePersonId().equals(caller.grant().personId())
        || given.authors(request.id(), request.step()).contains(caller.token().subject())) {
      throw ProblemException.of(
          ACCEPTED_BY_ANOTHER, "You were asked for this evidence, or entered some of it.");
    }
  }

  private void requireFitting(StandingRequest request, List<UUID> ids) {
    Map<UUID, OfferedEvidence> offered =
        given.offered(ids).stream()
            .collect(Collectors.toMap(OfferedEvidence::id, Function.identity()));
    var seen = new HashSet<UUID>();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      String pointer = "/evidenceIds/" + i;
      OfferedEvidence item = offered.get(ids.get(i));
      if (!seen.add(ids.get(i))) {
        errors.add(new FieldError(pointer, "Name each item once."));
      } else if (item == null) {
        errors.add(new FieldError(pointer, "There is no such item that you may see."));
      } else {
        Optional<String> mismatch =
            item.mismatch(request.controlId(), request.periodFrom(), request.periodTo());
        mismatch.ifPresent(why -> errors.add(new FieldError(pointer, why)));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.of(
          CommonProblem.INVALID_REQUEST, "Some evidence does not answer this request.", errors);
    }
  }

  private RequestLedger.By by() {
    return new RequestLedger.By(
        caller.token().subject(),
        caller.grant().personId(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private void record(StandingRequest request, String verb, String field, String value) {
    audit.record(
        AuditEvent.of("evidence-request." + verb, ENTITY, request.id())
            .with("controlId", request.controlId())
            .with(field, value));
  }

  private static String ids(List<UUID> ids) {
    return ids.stream().map(Objects::toString).sorted().collect(Collectors.joining(","));
  }
}
