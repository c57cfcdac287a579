package dev.assay.bench.bare;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One item of evidence with its files, with the tenant in each query itself. */
@Path("/v1/clients/{clientId}/evidence/{evidenceId}")
@RunOnVirtualThread
public class BareEvidenceResource {

  private static final String ITEM =
      """
      select id, title, control_id, period_from, period_to, source_system, obtained_how, added_by,
             arrived_at
      from evidence where client_id = ? and id = ?
      """;

  private static final String FILES =
      """
      select id, evidence_id, name, media_type, size_bytes, sha256, state, state_at, added_at,
             retain_until, rule_set
      from evidence_file_current
      where client_id = ? and evidence_id = ? and state <> 'ABANDONED' order by id
      """;

  private final AgroalDataSource evidence;

  BareEvidenceResource(@DataSource("evidence") AgroalDataSource evidence) {
    this.evidence = evidence;
  }

  /** An item as evidence shows it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(
      UUID id,
      String title,
      String controlId,
      LocalDate periodFrom,
      LocalDate periodTo,
      String sourceSystem,
      @Nullable String obtainedHow,
      String addedBy,
      Instant arrivedAt,
      List<StoredFile> files) {
    public Item {
      files = List.copyOf(files);
    }
  }

  /** A file as evidence shows it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StoredFile(
      UUID id,
      UUID evidenceId,
      String name,
      String mediaType,
      long size,
      String sha256,
      String state,
      Instant stateAt,
      Instant arrivedAt,
      @Nullable Instant retainUntil,
      @Nullable String retentionRuleSet) {}

  @GET
  public Item read(UUID clientId, UUID evidenceId) throws SQLException {
    try (var connection = evidence.getConnection();
        var query = connection.prepareStatement(ITEM)) {
      query.setObject(1, clientId);
      query.setObject(2, evidenceId);
      try (var row = query.executeQuery()) {
        if (!row.next()) {
          throw new NotFoundException();
        }
        return new Item(
            row.getObject(1, UUID.class),
            row.getString(2),
            row.getString(3),
            row.getObject(4, LocalDate.class),
            row.getObject(5, LocalDate.class),
            row.getString(6),
            row.getString(7),
            row.getString(8),
            row.getObject(9, OffsetDateTime.class).toInstant(),
            files(connection, clientId, evidenceId));
      }
    }
  }

  private static List<StoredFile> files(Connection connection, UUID clientId, UUID evidenceId)
      throws SQLException {
    try (var query = connection.prepareStatement(FILES)) {
      query.setObject(1, clientId);
      query.setObject(2, evidenceId);
      try (var rows = query.executeQuery()) {
        var files = new ArrayList<StoredFile>();
        while (rows.next()) {
          files.add(
              new StoredFile(
                  rows.getObject(1, UUID.class),
                  rows.getObject(2, UUID.class),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getLong(5),
                  rows.getString(6),
                  rows.getString(7),
                  rows.getObject(8, OffsetDateTime.class).toInstant(),
                  rows.getObject(9, OffsetDateTime.class).toInstant(),
                  at(rows, 10).orElse(null),
                  rows.getString(11)));
        }
        return files;
      }
    }
  }

  private static Optional<Instant> at(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
