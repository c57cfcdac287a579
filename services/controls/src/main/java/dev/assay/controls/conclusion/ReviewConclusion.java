package dev.assay.controls.conclusion;

import static dev.assay.controls.ControlsProblem.CONCLUSION_REVIEWED;
import static dev.assay.controls.ControlsProblem.REVIEWER_CONCLUDED;
import static dev.assay.controls.ControlsProblem.REVIEWER_OPERATES_CONTROL;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.controls.year.ClientControl;
import dev.assay.controls.year.ClientControls;
import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Signs a conclusion off or returns it, once, by somebody who had no part in it. */
@ApplicationScoped
class ReviewConclusion {

  private final ClientControls controls;
  private final Conclusions conclusions;
  private final Reviews reviews;
  private final AuditTrail audit;
  private final Caller caller;
  private final Clock clock;

  ReviewConclusion(
      ClientControls controls,
      Conclusions conclusions,
      Reviews reviews,
      AuditTrail audit,
      Caller caller,
      Clock clock) {
    this.controls = controls;
    this.conclusions = conclusions;
    this.reviews = reviews;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @Transactional
  @Idempotent
  Response reviewConclusion(
      int fiscalYear, String controlId, UUID conclusionId, ReviewRequest request) {
    ClientControl control = controls.lock(fiscalYear, controlId);
    Conclusion conclusion =
        conclusions
            .find(fiscalYear, controlId, conclusionId)
            .orElseThrow(ProblemException::notFound);
    UUID person = caller.grant().personId();
    requireIndependent(control, conclusion, person);
    if (reviews.findByIdOptional(conclusion.id).isPresent()) {
      throw ProblemException.of(CONCLUSION_REVIEWED, "Somebody reviewed this conclusion before.");
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var review = new Review(conclusion, request, person, control.operatorPersonId(), now);
    reviews.persist(review);
    control.changed(now);
    audit.record(
        AuditEvent.of("conclusion.reviewed", "CONCLUSION", conclusion.id)
            .with("fiscalYear", fiscalYear)
            .with("controlId", controlId)
            .with("clientControlId", control.id())
            .with("status", conclusion.status)
            .with("decision", review.decision)
            .with("reviewedByPersonId", person));
    return Response.ok(ConclusionResponse.of(conclusion, fiscalYear, controlId, review)).build();
  }

  /** Neither who operates the control now nor who operated it then. */
  private static void requireIndependent(
      ClientControl control, Conclusion conclusion, UUID person) {
    if (person.equals(conclusion.concludedByPersonId)) {
      throw ProblemException.of(REVIEWER_CONCLUDED, "You concluded this yourself.");
    }
    if (person.equals(control.operatorPersonId()) || person.equals(conclusion.operatorPersonId)) {
      throw ProblemException.of(REVIEWER_OPERATES_CONTROL, "You operate this control.");
    }
  }
}
