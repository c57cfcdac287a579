package dev.assay.tenants.bulk;

import static dev.assay.http.problem.CommonProblem.IDEMPOTENCY_KEY_REUSED;
import static dev.assay.tenants.TenantsProblem.IMPORT_IN_PROGRESS;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Takes a received file in, batch by batch. One that was cut off goes on behind its last whole
 * batch when the same request comes again.
 */
@ApplicationScoped
class BringIn {

  /** Large enough that commits cost little, small enough that others hardly wait. */
  private static final int BATCH = 500;

  private final RowReader reader;
  private final BatchRun batches;
  private final Imports imports;
  private final Scopes scopes;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  BringIn(
      RowReader reader,
      BatchRun batches,
      Imports imports,
      Scopes scopes,
      Caller caller,
      AuditTrail audit,
      Clock clock) {
    this.reader = reader;
    this.batches = batches;
    this.imports = imports;
    this.scopes = scopes;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** The import once all its rows are done. */
  Import take(UUID msp, ImportFormat format, boolean dryRun, String key, ReceivedFile file) {
    try (RawRows rows = reader.open(format, file.open())) {
      Import begun = begin(msp, format, dryRun, key, file);
      if (!begun.isFinished()) {
        takeRows(new BatchRun.Of(msp, begun.id, dryRun), begun.rowsDone, format, rows);
        finish(msp, begun);
      }
      return scopes.inTransaction(
          new TenantScope.Msp(msp), () -> imports.find(begun.id).orElseThrow());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (ImportOvertaken overtaken) {
      throw ProblemException.of(IMPORT_IN_PROGRESS, "The same request is being worked on.");
    }
  }

  private Import begin(
      UUID msp, ImportFormat format, boolean dryRun, String key, ReceivedFile file) {
    String subject = caller.token().subject();
    return scopes.inTransaction(
        new TenantScope.Msp(msp),
        () -> {
          var mine = new Import(ids.generate(), format, dryRun, file, subject, key, now());
          if (imports.begin(mine)) {
            audit.record(
                AuditEvent.of("import.begun", "IMPORT", mine.id)
                    .with("sha256", file.sha256())
                    .with("dryRun", dryRun));
            return mine;
          }
          Import before = imports.begunWith(subject, key).orElseThrow();
          if (!before.isOf(format, dryRun, file)) {
            throw ProblemException.of(
                IDEMPOTENCY_KEY_REUSED, "Another file came with this Idempotency-Key before.");
          }
          return before;
        });
  }

  private void takeRows(BatchRun.Of of, int rowsDone, ImportFormat format, RawRows rows)
      throws IOException {
    var seen = new SeenRows();
    Set<Integer> rejected =
        rowsDone == 0
            ? Set.of()
            : scopes.inTransaction(
                new TenantScope.Msp(of.msp()), () -> imports.rejectedRows(of.importId()));
    int done = 0;
    List<ImportRow> batch = new ArrayList<>(BATCH);
    for (RawRow raw = rows.next(); raw != null; raw = rows.next()) {
      ImportRow row = reader.read(format, raw);
      if (done < rowsDone) {
        done++;
        if (!rejected.contains(row.number())) {
          seen.taken(row);
        }
        continue;
      }
      batch.add(row);
      if (batch.size() == BATCH) {
        done = take(of, done, batch, seen);
      }
    }
    take(of, done, batch, seen);
  }

  private int take(BatchRun.Of of, int done, List<ImportRow> batch, SeenRows seen) {
    if (!batch.isEmpty()) {
      batches.take(of, done, List.copyOf(batch), seen);
    }
    int after = done + batch.size();
    batch.clear();
    return after;
  }

  private void finish(UUID msp, Import begun) {
    scopes.runInTransaction(
        new TenantScope.Msp(msp),
        () -> {
          imports.finish(begun.id, now());
          audit.record(AuditEvent.of("import.finished", "IMPORT", begun.id));
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
