package dev.assay.evidence.period;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** A client's fiscal years as {@code tenants} has them: only the fields that we read. */
@Path("/v1/clients/{clientId}/fiscal-years")
@RegisterRestClient(configKey = "tenants")
interface FiscalYearsApi {

  @GET
  Years years(
      @HeaderParam("Authorization") String bearer,
      @PathParam("clientId") UUID clientId,
      @QueryParam("from") int from,
      @QueryParam("to") int to);

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Years(List<Year> items) {

    public Years {
      items = List.copyOf(items);
    }
  }

  /**
   * One fiscal year.
   *
   * @param auditConcludedOn absent while its audit runs
   * @param reAuditedOn when a second audit of it concluded
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Year(
      String label,
      LocalDate start,
      LocalDate end,
      @Nullable LocalDate auditConcludedOn,
      @Nullable LocalDate reAuditedOn) {

    boolean covers(LocalDate day) {
      return !day.isBefore(start) && !day.isAfter(end);
    }

    /** Whether it takes no more evidence of this day, seen from today. */
    boolean isClosedFor(LocalDate day, LocalDate today) {
      return covers(day) && auditConcludedOn != null && !auditConcludedOn.isAfter(today);
    }
  }
}
