package dev.assay.controls.assignment;

import static dev.assay.controls.ControlsProblem.OPERATOR_HAS_SIGNED;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.controls.conclusion.Conclusions;
import dev.assay.controls.library.Library;
import dev.assay.controls.year.Assignment;
import dev.assay.controls.year.ClientControl;
import dev.assay.controls.year.ClientControls;
import dev.assay.controls.year.ControlResponse;
import dev.assay.controls.year.ControlStanding;
import dev.assay.controls.year.ControlStandings;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a control to people, in the version that the caller read. */
@ApplicationScoped
class AssignControl {

  private final ClientControls controls;
  private final ControlStandings standings;
  private final Conclusions conclusions;
  private final Library library;
  private final AuditTrail audit;
  private final Clock clock;

  AssignControl(
      ClientControls controls,
      ControlStandings standings,
      Conclusions conclusions,
      Library library,
      AuditTrail audit,
      Clock clock) {
    this.controls = controls;
    this.standings = standings;
    this.conclusions = conclusions;
    this.library = library;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  Response assign(
      int fiscalYear, String controlId, @Nullable String ifMatch, Assignment assignment) {
    ClientControl control = controls.lock(fiscalYear, controlId);
    EntityTag.require(ifMatch, control.version());
    if (!control.assignment().equals(assignment)) {
      requireIndependentOperator(control, assignment.operatorPersonId());
      control.assign(assignment, clock.instant());
      controls.flush();
      audit.record(
          AuditEvent.of("control.assigned", "CLIENT_CONTROL", control.id())
              .with("fiscalYear", fiscalYear)
              .with("controlId", controlId)
              .with("ownerPersonId", assignment.ownerPersonId())
              .with("operatorPersonId", assignment.operatorPersonId())
              .with("reviewerPersonId", assignment.reviewerPersonId())
              .with("dueOn", assignment.dueOn()));
    }
    ControlStanding standing = standings.find(fiscalYear, controlId).orElseThrow();
    return Response.ok(ControlResponse.of(standing, library))
        .header("ETag", new EntityTag(standing.version()))
        .build();
  }

  /** Else one could conclude first and take the control over afterwards. */
  private void requireIndependentOperator(ClientControl control, @Nullable UUID operator) {
    if (operator != null
        && !Objects.equals(operator, control.operatorPersonId())
        && conclusions.signedBy(control.id(), operator)) {
      throw ProblemException.of(
          OPERATOR_HAS_SIGNED, "This person's conclusion or review stands on this control.");
    }
  }
}
