package dev.assay.controls.conclusion;

import static dev.assay.controls.ControlsProblem.CONCLUDER_OPERATES_CONTROL;
import static dev.assay.controls.ControlsProblem.CONCLUSION_AWAITS_REVIEW;
import static dev.assay.controls.ControlsProblem.OPERATOR_NOT_NAMED;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.controls.evidence.SealedFile;
import dev.assay.controls.year.ClientControl;
import dev.assay.controls.year.ClientControls;
import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes a conclusion down, once nothing speaks against its concluder. */
@ApplicationScoped
class RecordConclusion {

  private final ClientControls controls;
  private final Conclusions conclusions;
  private final Reviews reviews;
  private final AuditTrail audit;
  private final Caller caller;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  RecordConclusion(
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
  Response recordConclusion(
      int fiscalYear,
      String controlId,
      URI conclusionsOfControl,
      ConclusionRequest request,
      List<SealedFile> files) {
    ClientControl control = controls.lock(fiscalYear, controlId);
    UUID person = caller.grant().personId();
    requireIndependent(control, person, request.status());
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var act =
        new Conclusion.Act(
            ids.generate(),
            control.id(),
            nextNumber(control),
            person,
            control.operatorPersonId(),
            now);
    var conclusion = new Conclusion(act, request, files);
    conclusions.persist(conclusion);
    control.changed(now);
    audit.record(
        AuditEvent.of("control.concluded", "CONCLUSION", conclusion.id)
            .with("fiscalYear", fiscalYear)
            .with("controlId", controlId)
            .with("clientControlId", control.id())
            .with("number", conclusion.number)
            .with("status", conclusion.status)
            .with("concludedOn", conclusion.concludedOn)
            .with("concludedByPersonId", person)
            .with("operatorPersonId", conclusion.operatorPersonId)
            .with("evidence", digests(files)));
    return Response.created(URI.create(conclusionsOfControl + "/" + conclusion.id))
        .entity(ConclusionResponse.of(conclusion, fiscalYear, controlId, null))
        .build();
  }

  private static void requireIndependent(
      ClientControl control, UUID person, ConclusionStatus status) {
    if (person.equals(control.operatorPersonId())) {
      throw ProblemException.of(
          CONCLUDER_OPERATES_CONTROL, "You operate this control, so somebody else concludes.");
    }
    if (status.givesAssurance() && control.operatorPersonId() == null) {
      throw ProblemException.of(OPERATOR_NOT_NAMED, "Name the control's operator first.");
    }
  }

  private int nextNumber(ClientControl control) {
    Optional<Conclusion> last = conclusions.last(control.id());
    if (last.isPresent() && reviews.findByIdOptional(last.get().id).isEmpty()) {
      throw ProblemException.of(
          CONCLUSION_AWAITS_REVIEW, "Conclusion %d is waiting.".formatted(last.get().number));
    }
    return last.map(conclusion -> conclusion.number).orElse(0) + 1;
  }

  private static String digests(List<SealedFile> files) {
    return files.stream()
        .map(file -> file.fileId() + "=" + file.sha256())
        .collect(Collectors.joining(","));
  }
}
