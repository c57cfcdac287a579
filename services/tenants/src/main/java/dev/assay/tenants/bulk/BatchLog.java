package dev.assay.tenants.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes what became of a batch's rows, in the batch's own transaction, so that an import that goes
 * on knows where.
 */
@ApplicationScoped
class BatchLog {

  private static final String ADVANCE =
      """
      update client_import set rows_done = rows_done + ?, created = created + ?,
        unchanged = unchanged + ?, rejected = rejected + ?
      where id = ? and rows_done = ? and finished_at is null
      """;

  private static final String ADD_RESULT =
      """
      insert into client_import_result
        (import_id, row_number, outcome, type, client_key, client_id, person_id, problem)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final DataSource dataSource;
  private final ObjectMapper json;

  BatchLog(DataSource dataSource, ObjectMapper json) {
    this.dataSource = dataSource;
    this.json = json;
  }

  /**
   * Writes the outcomes.
   *
   * @param rowsBefore how many rows were done before this batch
   * @param dryRun ids of what was not kept would lead nowhere
   * @throws ImportOvertaken when another run of the same import came first
   */
  void write(UUID importId, int rowsBefore, List<RowOutcome> outcomes, boolean dryRun) {
    try (Connection connection = dataSource.getConnection()) {
      advance(connection, importId, rowsBefore, outcomes);
      try (PreparedStatement insert = connection.prepareStatement(ADD_RESULT)) {
        for (RowOutcome outcome : outcomes) {
          bind(insert, importId, outcome, dryRun);
          insert.addBatch();
        }
        insert.executeBatch();
      }
    } catch (SQLException | JsonProcessingException failed) {
      throw new ImportFailed(failed);
    }
  }

  private static void advance(
      Connection connection, UUID importId, int rowsBefore, List<RowOutcome> outcomes)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
      update.setInt(1, outcomes.size());
      update.setInt(2, count(outcomes, ImportOutcome.CREATED));
      update.setInt(3, count(outcomes, ImportOutcome.UNCHANGED));
      update.setInt(4, count(outcomes, ImportOutcome.REJECTED));
      update.setObject(5, importId);
      update.setInt(6, rowsBefore);
      if (update.executeUpdate() == 0) {
        throw new ImportOvertaken();
      }
    }
  }

  private static int count(List<RowOutcome> outcomes, ImportOutcome kind) {
    return (int) outcomes.stream().filter(outcome -> outcome.kind() == kind).count();
  }

  private void bind(PreparedStatement insert, UUID importId, RowOutcome outcome, boolean dryRun)
      throws SQLException, JsonProcessingException {
    boolean leadsNowhere = dryRun && outcome.kind() == ImportOutcome.CREATED;
    insert.setObject(1, importId);
    insert.setInt(2, outcome.row());
    insert.setString(3, outcome.kind().name());
    insert.setString(4, outcome.type() == null ? null : outcome.type().name());
    insert.setString(5, outcome.key());
    insert.setObject(6, leadsNowhere ? null : outcome.clientId());
    insert.setObject(7, leadsNowhere ? null : outcome.personId());
    insert.setString(8, problemOf(outcome));
  }

  private @Nullable String problemOf(RowOutcome outcome) throws JsonProcessingException {
    return outcome.problem() == null
        ? null
        : json.writeValueAsString(RowProblem.of(outcome.problem()));
  }
}
