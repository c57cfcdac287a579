package dev.assay.tenants.bulk;

import dev.assay.http.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row.
 *
 * @param type null when the row does not say it
 * @param clientId the row's client, null when there is none
 * @param personId the row's person, null when it brings none
 * @param problem why it was not taken, null when it was
 */
record RowOutcome(
    int row,
    ImportOutcome kind,
    @Nullable ImportedType type,
    @Nullable String key,
    @Nullable UUID clientId,
    @Nullable UUID personId,
    @Nullable ProblemException problem) {

  static RowOutcome client(ImportRow.OfClient row, ImportOutcome kind, @Nullable UUID clientId) {
    return new RowOutcome(row.number(), kind, ImportedType.CLIENT, row.key(), clientId, null, null);
  }

  static RowOutcome person(
      ImportRow.OfPerson row,
      ImportOutcome kind,
      @Nullable UUID clientId,
      @Nullable UUID personId) {
    return new RowOutcome(
        row.number(), kind, ImportedType.PERSON, row.key(), clientId, personId, null);
  }

  static RowOutcome rejected(ImportRow row, ProblemException problem) {
    return switch (row) {
      case ImportRow.OfClient client -> rejected(row, ImportedType.CLIENT, client.key(), problem);
      case ImportRow.OfPerson person -> rejected(row, ImportedType.PERSON, person.key(), problem);
      case ImportRow.Unusable unusable -> rejected(row, unusable.type(), unusable.key(), problem);
    };
  }

  private static RowOutcome rejected(
      ImportRow row, @Nullable ImportedType type, @Nullable String key, ProblemException problem) {
    return new RowOutcome(row.number(), ImportOutcome.REJECTED, type, key, null, null, problem);
  }
}
