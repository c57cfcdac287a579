package dev.assay.tenants.calendar;

import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenants.calendar.year.FiscalCalendar;
import dev.assay.tenants.calendar.year.FiscalYear;
import dev.assay.tenants.calendar.year.FiscalYearLabel;
import dev.assay.tenants.client.ClientYearEnd;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** A client's fiscal years: their periods, when reports are due, and when audits concluded. */
@Path("/v1/clients/{clientId}/fiscal-years")
@RunOnVirtualThread
public class FiscalYearResource {

  private final ClientYearEnd clients;
  private final CalendarRules rules;
  private final YearAudits audits;
  private final RecordYearAudit recordAudit;
  private final FilerStatusInForce filerStatus;
  private final Clock clock;

  FiscalYearResource(
      ClientYearEnd clients,
      CalendarRules rules,
      YearAudits audits,
      RecordYearAudit recordAudit,
      FilerStatusInForce filerStatus,
      Clock clock) {
    this.clients = clients;
    this.rules = rules;
    this.audits = audits;
    this.recordAudit = recordAudit;
    this.filerStatus = filerStatus;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Requires(Permission.CLIENT_READ)
  @Operation(
      operationId = "listFiscalYears",
      summary = "List the client's fiscal years and transition periods")
  @APIResponse(
      responseCode = "200",
      description = "A page of fiscal years, in the order of their days.",
      content =
          @Content(
              mediaType = "application/json",
              example = "{\"items\":[" + FiscalYearResponse.YEAR + "],\"nextCursor\":null}"))
  public Page<FiscalYearResponse> listFiscalYears(
      UUID clientId,
      @Parameter(description = "First number, from 1900; without it, four before the current one.")
          @QueryParam("from")
          @Nullable Integer from,
      @Parameter(description = "Last number, to 2199; without it, one after the current one.")
          @QueryParam("to")
          @Nullable Integer to,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    ClientYearEnd.Standing client = clients.read(clientId);
    FiscalCalendar calendar = rules.history(client).calendar();
    LocalDate today = LocalDate.ofInstant(clock.instant(), client.zone());
    var range = FiscalYearRange.of(from, to, calendar.yearOn(today).label().number());
    var page = PageRequest.of(limit, cursor, "fiscal-years", clientId, range.first(), range.last());
    LocalDate after = page.after(LocalDate::parse).orElse(LocalDate.MIN);
    List<FiscalYear> years =
        calendar
            .years(range.first(), range.last())
            .filter(year -> year.days().start().isAfter(after))
            .limit(page.fetchSize())
            .toList();
    Map<FiscalYearLabel, YearAudit> concluded =
        audits.latest(years.stream().map(FiscalYear::label).toList());
    return Page.of(
        years,
        page,
        year -> year.days().start().toString(),
        year -> FiscalYearResponse.of(year, concluded.get(year.label())));
  }

  @GET
  @Path("{year}")
  @Transactional
  @Requires(Permission.CLIENT_READ)
  @Operation(
      operationId = "readFiscalYear",
      summary = "Read one fiscal year with its periods and when their reports are due")
  @APIResponse(
      responseCode = "200",
      description = "The fiscal year.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FiscalYearResponse.class),
              example = FiscalYearResponse.TRANSITION))
  public FiscalYearResponse readFiscalYear(UUID clientId, String year) {
    ClientYearEnd.Standing client = clients.read(clientId);
    FiscalYear found = KnownYears.find(rules.history(client), year);
    return FiscalYearResponse.whole(
        found,
        audits.latest(List.of(found.label())).get(found.label()),
        filerStatus.of(client, found).orElse(null));
  }

  @GET
  @Path("{year}/audit")
  @Transactional
  @Requires(Permission.CLIENT_READ)
  @Operation(
      operationId = "readFiscalYearAudit",
      summary = "Read when the audit of a fiscal year concluded, with the history")
  @APIResponse(
      responseCode = "200",
      description = "The audit; its version is the ETag.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = YearAuditResponse.class),
              example = YearAuditResponse.EXAMPLE))
  public Response readFiscalYearAudit(UUID clientId, String year) {
    ClientYearEnd.Standing client = clients.read(clientId);
    return answer(KnownYears.find(rules.history(client), year).label());
  }

  @PUT
  @Path("{year}/audit")
  @Transactional
  @Requires(Permission.CLIENT_UPDATE)
  @Operation(
      operationId = "recordFiscalYearAudit",
      summary = "Record when the audit of a fiscal year concluded, or a second one")
  @APIResponse(
      responseCode = "200",
      description = "The audit as it is now, with its new ETag.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = YearAuditResponse.class),
              example = YearAuditResponse.EXAMPLE))
  public Response recordFiscalYearAudit(
      UUID clientId,
      String year,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid YearAuditRequest request) {
    return answer(recordAudit.record(clientId, year, ifMatch, request));
  }

  private Response answer(FiscalYearLabel year) {
    List<YearAudit> recorded = audits.of(year);
    return Response.ok(YearAuditResponse.of(year, recorded))
        .header(HttpHeaders.ETAG, new EntityTag(recorded.size()))
        .build();
  }
}
