package dev.assay.tenants.calendar;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenants.calendar.year.FiscalCalendar;
import dev.assay.tenants.client.ClientYearEnd;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** When a client's fiscal years end: what was recorded, and changes of it. */
@Path("/v1/clients/{clientId}/fiscal-calendar")
@RunOnVirtualThread
public class FiscalCalendarResource {

  private final ClientYearEnd clients;
  private final CalendarRules rules;
  private final YearEndChanges changes;
  private final FilerStatusInForce filerStatus;
  private final Clock clock;

  FiscalCalendarResource(
      ClientYearEnd clients,
      CalendarRules rules,
      YearEndChanges changes,
      FilerStatusInForce filerStatus,
      Clock clock) {
    this.clients = clients;
    this.rules = rules;
    this.changes = changes;
    this.filerStatus = filerStatus;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Requires(Permission.CLIENT_READ)
  @Operation(
      operationId = "readFiscalCalendar",
      summary = "Read when the client's fiscal years end, with the history")
  @APIResponse(
      responseCode = "200",
      description = "The calendar; its version is the ETag.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FiscalCalendarResponse.class),
              example = FiscalCalendarResponse.EXAMPLE))
  public Response readFiscalCalendar(UUID clientId) {
    return answer(Response.ok(), clientId);
  }

  @POST
  @Path("changes")
  @Transactional
  @Idempotent
  @Requires(Permission.CLIENT_UPDATE)
  @Operation(
      operationId = "changeFiscalCalendar",
      summary = "Record a change of year end, or correct what was recorded")
  @APIResponse(
      responseCode = "201",
      description = "The calendar as it is now, with its new ETag.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FiscalCalendarResponse.class),
              example = FiscalCalendarResponse.EXAMPLE))
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem412")
  @APIResponse(responseCode = "428", ref = "#/components/responses/Problem428")
  public Response changeFiscalCalendar(
      UUID clientId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid YearEndChangeRequest request,
      @Context UriInfo uri) {
    changes.record(clientId, ifMatch, request);
    return answer(
        Response.created(
            uri.getBaseUriBuilder()
                .path("v1/clients")
                .path(clientId.toString())
                .path("fiscal-calendar")
                .build()),
        clientId);
  }

  @POST
  @Path("changes/preview")
  @Transactional
  @Requires(Permission.CLIENT_UPDATE)
  @Operation(
      operationId = "previewFiscalCalendarChange",
      summary = "See the fiscal years that a change would make; nothing is recorded")
  @APIResponse(
      responseCode = "200",
      description = "The years around the change, with their periods and reports.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = YearEndPreviewResponse.class),
              example = YearEndPreviewResponse.EXAMPLE))
  public YearEndPreviewResponse previewFiscalCalendarChange(
      UUID clientId, @NotNull @Valid YearEndChangeRequest request) {
    FiscalCalendar calendar = changes.preview(clientId, request);
    ClientYearEnd.Standing client = clients.read(clientId);
    LocalDate from = request.effectiveFrom();
    return YearEndPreviewResponse.of(
        calendar, from == null ? today(client) : from, year -> filerStatus.of(client, year));
  }

  private Response answer(Response.ResponseBuilder answer, UUID clientId) {
    ClientYearEnd.Standing client = clients.read(clientId);
    CalendarHistory history = rules.history(client);
    return answer
        .entity(
            FiscalCalendarResponse.of(
                client.zone(), history, history.calendar().yearOn(today(client))))
        .header(HttpHeaders.ETAG, new EntityTag(history.version()))
        .build();
  }

  private LocalDate today(ClientYearEnd.Standing client) {
    return LocalDate.ofInstant(clock.instant(), client.zone());
  }
}
