package dev.assay.tenants.bulk;

import static dev.assay.tenants.TenantsProblem.IDENTIFIER_TAKEN;
import static dev.assay.tenants.TenantsProblem.IMPORT_ROW_CONTRADICTS;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenants.bulk.KnownClients.Known;
import dev.assay.tenants.bulk.SeenRows.Verdict;
import dev.assay.tenants.client.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the client rows of one batch from what is known and what was seen, without a database;
 * its person rows are left for when the clients are written.
 */
final class Batch {

  private final List<RowOutcome> outcomes = new ArrayList<>();
  private final List<ImportRow.OfClient> newClients = new ArrayList<>();
  private final List<ImportRow.OfClient> repeated = new ArrayList<>();
  private final List<ImportRow.OfPerson> people = new ArrayList<>();
  private final Map<String, ImportRow.OfClient> ofEarlierBatches = new TreeMap<>();

  private Batch() {}

  /**
   * Decides.
   *
   * @param known the clients that earlier imports brought, by key
   * @param taken the identifiers that clients of the MSP have, as far as these rows name them
   * @param seen what the rows above said; takes note of what these say
   */
  static Batch of(
      List<ImportRow> rows, Map<String, Known> known, Set<Identifier> taken, SeenRows seen) {
    var batch = new Batch();
    Set<String> before = new HashSet<>();
    for (ImportRow row : rows) {
      switch (row) {
        case ImportRow.Unusable unusable ->
            batch.outcomes.add(RowOutcome.rejected(unusable, unusable.problem()));
        case ImportRow.OfClient client -> {
          batch.decide(client, known.get(client.key()), taken, seen);
          before.add(client.key());
        }
        case ImportRow.OfPerson person -> {
          batch.people.add(person);
          if (!known.containsKey(person.key()) && !before.contains(person.key())) {
            seen.client(person.key())
                .ifPresent(client -> batch.ofEarlierBatches.put(client.key(), client));
          }
        }
      }
    }
    return batch;
  }

  private void decide(
      ImportRow.OfClient row, @Nullable Known known, Set<Identifier> taken, SeenRows seen) {
    switch (seen.judge(row)) {
      case Verdict.Contradiction(ProblemException problem) ->
          outcomes.add(RowOutcome.rejected(row, problem));
      case Verdict.Repeated() -> repeated.add(row);
      case Verdict.New() -> {
        if (known != null && !known.rowSha256().equals(row.sha256())) {
          outcomes.add(
              RowOutcome.rejected(
                  row,
                  ProblemException.of(
                      IMPORT_ROW_CONTRADICTS,
                      "An import before brought a client by this key, and said otherwise.")));
        } else if (known != null) {
          repeated.add(row);
          seen.taken(row);
        } else if (row.identifiers().stream().anyMatch(taken::contains)) {
          outcomes.add(
              RowOutcome.rejected(
                  row,
                  ProblemException.of(
                      IDENTIFIER_TAKEN, "A client that this key does not name has it.")));
        } else {
          newClients.add(row);
          seen.taken(row);
        }
      }
    }
  }

  /** What is decided already. */
  List<RowOutcome> outcomes() {
    return List.copyOf(outcomes);
  }

  /** The rows that bring new clients. */
  List<ImportRow.OfClient> newClients() {
    return List.copyOf(newClients);
  }

  /** The rows that say again what is known or was said. */
  List<ImportRow.OfClient> repeated() {
    return List.copyOf(repeated);
  }

  /** The rows about people, in the order of the file. */
  List<ImportRow.OfPerson> people() {
    return List.copyOf(people);
  }

  /**
   * Clients of these people that the file brought above this batch and nobody knows: there are some
   * only where nothing is kept.
   */
  List<ImportRow.OfClient> ofEarlierBatches() {
    return List.copyOf(ofEarlierBatches.values());
  }
}
