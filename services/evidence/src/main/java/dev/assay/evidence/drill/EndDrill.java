package dev.assay.evidence.drill;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.evidence.file.FileLedger;
import dev.assay.evidence.file.FileName;
import dev.assay.evidence.file.MediaTypeName;
import dev.assay.evidence.file.NewFile;
import dev.assay.evidence.item.OwnEvidence;
import dev.assay.evidence.owner.Owner;
import dev.assay.evidence.store.EvidenceStore;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Signs what was seen, and enters it as evidence: all in one transaction, or nothing. */
@ApplicationScoped
class EndDrill {

  /** The library's control on the integrity of the vault, which drills are evidence of. */
  private static final String CONTROL = "BR-06";

  private static final int ALL = 200;

  private final DrillLedger ledger;
  private final DrillLines lines;
  private final DrillKey key;
  private final OwnEvidence items;
  private final FileLedger files;
  private final EvidenceStore store;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  EndDrill(
      DrillLedger ledger,
      DrillLines lines,
      DrillKey key,
      OwnEvidence items,
      FileLedger files,
      EvidenceStore store,
      AuditTrail audit,
      Clock clock) {
    this.ledger = ledger;
    this.lines = lines;
    this.key = key;
    this.items = items;
    this.files = files;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** Ends a drill all of whose files were fetched. */
  @Transactional(Transactional.TxType.MANDATORY)
  void end(TenantScope.Client client, Drill drill, AuditActor actor) {
    List<Line> all = lines.page(drill.id(), false, 0, ALL);
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Outcome outcome = Outcome.of(all);
    byte[] document = ResultDocument.of(Owner.of(client), drill, all, outcome, at);
    Signed signed = key.sign(document);
    UUID item = items.enter(about(drill, all, outcome, signed, at), actor, at);
    UUID file = announce(client, item, signed, document.length, actor, at);
    ledger.end(
        drill.id(),
        new Drill.Result(outcome, at, signed, item, file),
        new String(document, StandardCharsets.UTF_8));
    audit.record(
        AuditEvent.of("evidence-drill.ended", "EVIDENCE_DRILL", drill.id())
            .with("outcome", outcome)
            .with("files", all.size())
            .with("differing", all.stream().filter(line -> !line.isOk()).count())
            .with("sha256", signed.sha256())
            .with("keyId", signed.keyId())
            .with("evidenceId", item),
        actor);
  }

  private static OwnEvidence.About about(
      Drill drill, List<Line> lines, Outcome outcome, Signed signed, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    LocalDate asOf = LocalDate.ofInstant(drill.scope().asOf(), ZoneOffset.UTC);
    return new OwnEvidence.About(
        "Retrieval drill of %s: %s, %d of %d files"
            .formatted(day, outcome, lines.size(), drill.drawing().orElseThrow().population()),
        CONTROL,
        asOf,
        day,
        """
        Drill %s fetched its sample from the store by version and compared size, SHA-256 and lock.
        The file is the signed result. Ed25519 signature over its bytes, in base64:
        %s
        Key %s:
        %s"""
            .formatted(drill.id(), signed.signature(), signed.keyId(), signed.publicKey()));
  }

  private UUID announce(
      TenantScope.Client client,
      UUID item,
      Signed signed,
      long size,
      AuditActor actor,
      Instant at) {
    UUID id = ids.generate();
    files.announce(
        new NewFile(
            id,
            item,
            new FileName("retrieval-drill.json"),
            new MediaTypeName("application/json"),
            size,
            signed.sha256(),
            store.bucket(),
            client.clientId() + "/" + id,
            actor.subject(),
            at));
    audit.record(
        AuditEvent.of("evidence-file.announced", "EVIDENCE_FILE", id)
            .with("evidenceId", item)
            .with("size", size)
            .with("sha256", signed.sha256()),
        actor);
    return id;
  }
}
