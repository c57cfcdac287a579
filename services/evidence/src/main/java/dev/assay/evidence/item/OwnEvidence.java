package dev.assay.evidence.item;

import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Items that the service itself enters: records of its own work, kept as any other evidence. */
@ApplicationScoped
public class OwnEvidence {

  private static final String SOURCE = "Assay";

  private final Evidences evidences;
  private final AuditTrail audit;

  OwnEvidence(Evidences evidences, AuditTrail audit) {
    this.evidences = evidences;
    this.audit = audit;
  }

  /**
   * What such an item says.
   *
   * @param obtainedHow in words, up to 4,000 characters
   */
  public record About(
      String title, String controlId, LocalDate from, LocalDate to, String obtainedHow) {}

  /** Enters an item for the owner in whose scope we are; its id is what files refer to. */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID enter(About about, AuditActor actor, Instant at) {
    var item =
        new Evidence(
            new EvidenceRequest(
                about.title(),
                about.controlId(),
                about.from(),
                about.to(),
                SOURCE,
                about.obtainedHow(),
                null),
            actor.subject(),
            at);
    evidences.persistAndFlush(item);
    audit.record(
        AuditEvent.of("evidence.entered", "EVIDENCE", item.id())
            .with("controlId", item.controlId())
            .with("periodFrom", item.periodFrom())
            .with("periodTo", item.periodTo()),
        actor);
    return item.id();
  }
}
