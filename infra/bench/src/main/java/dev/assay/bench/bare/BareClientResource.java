package dev.assay.bench.bare;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One client by its id, with the tenant in the query itself. */
@Path("/v1/clients/{clientId}")
@RunOnVirtualThread
public class BareClientResource {

  private static final String QUERY =
      """
      select client_id, msp_id, legal_name, sort_name, fiscal_year_end_month, fiscal_year_end_day,
             time_zone, filer_status, status, created_at, version
      from client where client_id = ?
      """;

  private final AgroalDataSource tenants;

  BareClientResource(@DataSource("tenants") AgroalDataSource tenants) {
    this.tenants = tenants;
  }

  /** A client as tenants shows it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Client(
      UUID id,
      UUID mspId,
      String legalName,
      YearEnd fiscalYearEnd,
      String timeZone,
      @Nullable String filerStatus,
      String status,
      Instant createdAt) {}

  /** Month and day. */
  public record YearEnd(int month, int day) {}

  @GET
  public Client read(UUID clientId) throws SQLException {
    try (var connection = tenants.getConnection();
        var query = connection.prepareStatement(QUERY)) {
      query.setObject(1, clientId);
      try (var row = query.executeQuery()) {
        if (!row.next()) {
          throw new NotFoundException();
        }
        return new Client(
            row.getObject(1, UUID.class),
            row.getObject(2, UUID.class),
            row.getString(3),
            new YearEnd(row.getInt(5), row.getInt(6)),
            row.getString(7),
            row.getString(8),
            row.getString(9),
            row.getObject(10, OffsetDateTime.class).toInstant());
      }
    }
  }
}
