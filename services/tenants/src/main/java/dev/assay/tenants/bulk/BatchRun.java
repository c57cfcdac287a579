package dev.assay.tenants.bulk;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.tenants.bulk.KnownClients.Known;
import dev.assay.tenants.bulk.SeenRows.Verdict;
import dev.assay.tenants.client.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Takes one batch of rows whole: clients, people, events and results are one transaction, in the
 * scope of the MSP. A dry run does all the same and keeps the results alone.
 */
@ApplicationScoped
class BatchRun {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final int TRIES = 3;

  private final KnownClients known;
  private final NewClients newClients;
  private final PersonRows personRows;
  private final BatchLog log;
  private final Scopes scopes;

  BatchRun(
      KnownClients known,
      NewClients newClients,
      PersonRows personRows,
      BatchLog log,
      Scopes scopes) {
    this.known = known;
    this.newClients = newClients;
    this.personRows = personRows;
    this.log = log;
    this.scopes = scopes;
  }

  /** An import, as far as its batches need to know. */
  record Of(UUID msp, UUID importId, boolean dryRun) {}

  /**
   * Takes the rows.
   *
   * @param rowsBefore how many rows of the file were done before
   * @param seen what the rows above said; takes note of what these say
   */
  void take(Of of, int rowsBefore, List<ImportRow> rows, SeenRows seen) {
    try {
      attempt(of, rowsBefore, rows, seen);
    } catch (ProblemException oneRow) {
      if (rows.size() == 1) {
        reject(of, rowsBefore, rows.getFirst(), oneRow);
      } else {
        // Some row broke the transaction of all: each on its own shows which.
        int done = rowsBefore;
        for (ImportRow row : rows) {
          take(of, done++, List.of(row), seen);
        }
      }
    }
  }

  private void attempt(Of of, int rowsBefore, List<ImportRow> rows, SeenRows seen) {
    for (int tried = 1; ; tried++) {
      SeenRows tentative = seen.tentatively();
      try {
        run(of, rowsBefore, rows, tentative);
        tentative.keep();
        return;
      } catch (ImportFailed failed) {
        // Somebody else has just added the same client or identifier: now it is known.
        if (tried == TRIES || !isUniqueViolation(failed)) {
          throw failed;
        }
      }
    }
  }

  private static boolean isUniqueViolation(ImportFailed failed) {
    return failed.getCause() instanceof SQLException sql
        && Stream.<SQLException>iterate(sql, e -> e != null, SQLException::getNextException)
            .anyMatch(e -> UNIQUE_VIOLATION.equals(e.getSQLState()));
  }

  private void run(Of of, int rowsBefore, List<ImportRow> rows, SeenRows seen) {
    Set<Identifier> taken = known.taken(of.msp(), identifiersIn(rows));
    var scope = new TenantScope.Msp(of.msp());
    if (of.dryRun()) {
      List<RowOutcome> outcomes;
      try {
        scopes.runInTransaction(
            scope,
            () -> {
              throw new NotKept(write(of, rows, taken, seen));
            });
        throw new IllegalStateException("a dry run keeps nothing");
      } catch (NotKept done) {
        outcomes = done.outcomes;
      }
      scopes.runInTransaction(scope, () -> log.write(of.importId(), rowsBefore, outcomes, true));
    } else {
      scopes.runInTransaction(
          scope, () -> log.write(of.importId(), rowsBefore, write(of, rows, taken, seen), false));
    }
  }

  private void reject(Of of, int rowsBefore, ImportRow row, ProblemException problem) {
    scopes.runInTransaction(
        new TenantScope.Msp(of.msp()),
        () ->
            log.write(
                of.importId(),
                rowsBefore,
                List.of(RowOutcome.rejected(row, problem)),
                of.dryRun()));
  }

  private static List<Identifier> identifiersIn(List<ImportRow> rows) {
    return rows.stream()
        .flatMap(
            row -> row instanceof ImportRow.OfClient client ? client.identifiers().stream() : null)
        .toList();
  }

  private static List<String> keysIn(List<ImportRow> rows) {
    return rows.stream()
        .map(
            row ->
                switch (row) {
                  case ImportRow.OfClient client -> client.key();
                  case ImportRow.OfPerson person -> person.key();
                  case ImportRow.Unusable unusable -> "";
                })
        .distinct()
        .toList();
  }

  private List<RowOutcome> write(
      Of of, List<ImportRow> rows, Set<Identifier> taken, SeenRows seen) {
    Map<String, Known> before = known.byKey(keysIn(rows));
    Batch batch = Batch.of(rows, before, taken, seen);
    Map<String, UUID> clients = new HashMap<>();
    before.forEach((key, client) -> clients.put(key, client.id()));
    if (of.dryRun()) {
      clients.putAll(newClients.add(of.msp(), of.importId(), batch.ofEarlierBatches()));
    }
    clients.putAll(newClients.add(of.msp(), of.importId(), batch.newClients()));
    List<RowOutcome> outcomes = new ArrayList<>(batch.outcomes());
    for (ImportRow.OfClient row : batch.newClients()) {
      outcomes.add(outcome(row, ImportOutcome.CREATED, clients));
    }
    for (ImportRow.OfClient row : batch.repeated()) {
      outcomes.add(outcome(row, ImportOutcome.UNCHANGED, clients));
    }
    for (ImportRow.OfPerson row : batch.people()) {
      outcomes.add(take(of.msp(), row, clients, seen));
    }
    outcomes.sort(Comparator.comparingInt(RowOutcome::row));
    return outcomes;
  }

  private static RowOutcome outcome(
      ImportRow.OfClient row, ImportOutcome kind, Map<String, UUID> clients) {
    return RowOutcome.client(row, kind, clients.get(row.key()));
  }

  private RowOutcome take(
      UUID msp, ImportRow.OfPerson row, Map<String, UUID> clients, SeenRows seen) {
    boolean above =
        seen.client(row.key()).map(client -> client.number() < row.number()).orElse(true);
    UUID client = above ? clients.get(row.key()) : null;
    return switch (seen.judge(row)) {
      case Verdict.Contradiction(ProblemException problem) -> RowOutcome.rejected(row, problem);
      case Verdict.Repeated() -> RowOutcome.person(row, ImportOutcome.UNCHANGED, client, null);
      case Verdict.New() -> {
        RowOutcome outcome = personRows.take(msp, client, row);
        if (outcome.kind() != ImportOutcome.REJECTED) {
          seen.taken(row);
        }
        yield outcome;
      }
    };
  }

  /** Ends a dry run's transaction without keeping it, with what it found. */
  private static final class NotKept extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RowOutcome> outcomes;

    NotKept(List<RowOutcome> outcomes) {
      super("a dry run", null, false, false);
      this.outcomes = outcomes;
    }
  }
}
