package dev.assay.evidence.series;

import dev.assay.evidence.place.ClientPlaces;
import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Series of requests for a client's evidence. */
@Path("/v1/clients/{clientId}/evidence-series")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence series")
public class EvidenceSeriesResource {

  private static final String SERIES =
      """
      {"id":"01932f3e-6a00-7c40-8a53-000000000031","controlId":"AM-04","title":"User list","asked":"All users of the ERP with their roles, as of the quarter's last day.","assigneePersonId":"01932f3e-6a00-7c40-8a53-0000000000c1","rhythm":"QUARTERLY","firstFrom":"2026-07-01","dueAfterDays":15,"aheadDays":30,"timeZone":"America/New_York","raisedBy":"00000000-0000-4000-8000-000000000003","raisedAt":"2026-11-23T10:15:29.001Z"}
      """;

  private final ClientPlaces places;
  private final BeginSeries beginSeries;
  private final SeriesBook book;
  private final Clock clock;

  EvidenceSeriesResource(
      ClientPlaces places, BeginSeries beginSeries, SeriesBook book, Clock clock) {
    this.places = places;
    this.beginSeries = beginSeries;
    this.book = book;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EVIDENCE_REQUEST_RAISE)
  @Operation(
      operationId = "beginEvidenceSeries",
      summary = "Ask for evidence again and again, as often as a control is performed",
      description =
          "Requests are raised on their day at the client's place, by the time zone of this"
              + " moment. Periods whose day has passed are asked for at once.")
  @APIResponse(
      responseCode = "201",
      description = "The series",
      headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = SeriesResponse.class), example = SERIES))
  public Response beginEvidenceSeries(
      @PathParam("clientId") UUID clientId, @NotNull @Valid SeriesBody series) {
    ZoneId zone = places.zoneWith(clientId, series.assigneePersonId(), "/assigneePersonId");
    Schedule schedule = series.requireSensible(LocalDate.ofInstant(clock.instant(), zone));
    return beginSeries.beginEvidenceSeries(clientId, series, schedule, zone);
  }

  @GET
  @Requires(Permission.EVIDENCE_REQUEST_READ)
  @Transactional
  @Operation(operationId = "listEvidenceSeries", summary = "Series of a client, newest first")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = "application/json",
              example = "{\"items\":[" + SERIES + "],\"nextCursor\":null}"))
  public Page<SeriesResponse> list(
      @PathParam("clientId") UUID clientId,
      @QueryParam("controlId") @Nullable String controlId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var page = PageRequest.of(limit, cursor, "evidence-series", clientId, "" + controlId);
    return Page.of(
        book.page(controlId, page), page, row -> row.id().toString(), SeriesResponse::of);
  }

  @GET
  @Path("/{seriesId}")
  @Requires(Permission.EVIDENCE_REQUEST_READ)
  @Transactional
  @Operation(operationId = "getEvidenceSeries", summary = "A series")
  @APIResponse(
      responseCode = "200",
      description = "The series",
      content = @Content(schema = @Schema(implementation = SeriesResponse.class), example = SERIES))
  public SeriesResponse get(
      @PathParam("clientId") UUID clientId, @PathParam("seriesId") UUID seriesId) {
    return SeriesResponse.of(find(seriesId));
  }

  @GET
  @Path("/{seriesId}/upcoming")
  @Requires(Permission.EVIDENCE_REQUEST_READ)
  @Transactional
  @Operation(
      operationId = "previewEvidenceSeries",
      summary = "The next requests that a series is going to make")
  @APIResponse(
      responseCode = "200",
      description = "The next requests; fewer than asked for when the series ends",
      content =
          @Content(
              schema = @Schema(implementation = AsksResponse.class),
              example = SeriesPreviewResource.ASKS))
  public AsksResponse upcoming(
      @PathParam("clientId") UUID clientId,
      @PathParam("seriesId") UUID seriesId,
      @Parameter(description = "How many.")
          @QueryParam("count")
          @DefaultValue("4")
          @Min(1)
          @Max(100)
          int count) {
    Series series = find(seriesId);
    LocalDate asked = book.askedUntil(seriesId).orElse(null);
    return new AsksResponse(
        series.zone().getId(),
        LocalDate.ofInstant(clock.instant(), series.zone()),
        series.schedule().asks(asked).limit(count).map(AskResponse::of).toList());
  }

  @POST
  @Path("/{seriesId}/end")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EVIDENCE_REQUEST_RAISE)
  @Idempotent
  @Transactional
  @Operation(
      operationId = "endEvidenceSeries",
      summary = "Ask no more for periods that begin after a day",
      description = "What was asked for already stays, until it is withdrawn.")
  @APIResponse(
      responseCode = "200",
      description = "The series with its end",
      content = @Content(schema = @Schema(implementation = SeriesResponse.class), example = SERIES))
  public Response endEvidenceSeries(
      @PathParam("clientId") UUID clientId,
      @PathParam("seriesId") UUID seriesId,
      @NotNull @Valid EndBody end) {
    return Response.ok(SeriesResponse.of(beginSeries.end(seriesId, end))).build();
  }

  private Series find(UUID id) {
    return book.find(id).orElseThrow(ProblemException::notFound);
  }
}
