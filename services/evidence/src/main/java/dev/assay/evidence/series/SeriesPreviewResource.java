package dev.assay.evidence.series;

import dev.assay.evidence.place.ClientPlaces;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a series would ask for, before anybody begins it. */
@Path("/v1/clients/{clientId}/evidence-series-preview")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence series")
public class SeriesPreviewResource {

  static final String ASKS =
      """
      {"timeZone":"America/New_York","today":"2026-11-23","items":[{"periodFrom":"2026-10-01","periodTo":"2026-12-31","raisedOn":"2026-12-16","dueOn":"2027-01-15"}]}
      """;

  private final ClientPlaces places;
  private final Clock clock;

  SeriesPreviewResource(ClientPlaces places, Clock clock) {
    this.places = places;
    this.clock = clock;
  }

  @GET
  @Requires(Permission.EVIDENCE_REQUEST_RAISE)
  @Operation(
      operationId = "previewNewEvidenceSeries",
      summary = "The first requests that a series would make",
      description = "Of every rhythm but DATES, whose periods are the caller's own.")
  @APIResponse(
      responseCode = "200",
      description = "The first requests",
      content = @Content(schema = @Schema(implementation = AsksResponse.class), example = ASKS))
  public AsksResponse preview(
      @PathParam("clientId") UUID clientId,
      @Parameter(required = true) @QueryParam("rhythm") @Nullable Rhythm rhythm,
      @Parameter(required = true, schema = @Schema(type = SchemaType.STRING, format = "date"))
          @QueryParam("firstFrom")
          @Nullable String firstFrom,
      @QueryParam("dueAfterDays") @DefaultValue("0") @Min(0) @Max(SeriesBody.MOST_DUE_AFTER)
          int dueAfterDays,
      @QueryParam("aheadDays") @DefaultValue("0") @Min(0) @Max(SeriesBody.MOST_AHEAD) int aheadDays,
      @QueryParam("count") @DefaultValue("4") @Min(1) @Max(100) int count) {
    if (rhythm == null || rhythm == Rhythm.DATES) {
      throw ProblemException.invalid("?rhythm", "Give a rhythm other than DATES.");
    }
    LocalDate first = day(firstFrom);
    ZoneId zone = places.zone(clientId);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return new AsksResponse(
        zone.getId(),
        today,
        SeriesBody.requireSensible(rhythm, first, null, dueAfterDays, aheadDays, today)
            .asks(null)
            .limit(count)
            .map(AskResponse::of)
            .toList());
  }

  private static LocalDate day(@Nullable String text) {
    try {
      if (text != null) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException wrong) {
      // The same answer as without any.
    }
    throw ProblemException.invalid("?firstFrom", "Give a day such as 2026-12-31.");
  }
}
