package dev.assay.evidence.stale;

import dev.assay.evidence.place.ClientPlaces;
import dev.assay.http.page.PageRequest;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How fresh a client's evidence is. */
@Path("/v1/clients/{clientId}/evidence-freshness")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence series")
public class StaleEvidenceResource {

  private static final String PAGE =
      """
      {"today":"2026-11-23","timeZone":"America/New_York","rule":{"ruleSet":"evidence-staleness-1","effectiveFrom":"2026-01-01","effectiveTo":null,"graceDaysAfterNextDue":7,"graceDaysWithoutSeries":30,"source":"Policy"},"items":[{"controlId":"AM-04","coveredTo":"2026-09-30","evidenceId":"01932f3e-6a00-7c40-8a53-000000000001","staleFrom":"2026-10-31","state":"STALE"}],"nextCursor":null}
      """;

  private final ClientPlaces places;
  private final StalenessRules rules;
  private final FreshEvidence evidence;
  private final Clock clock;

  StaleEvidenceResource(
      ClientPlaces places, StalenessRules rules, FreshEvidence evidence, Clock clock) {
    this.places = places;
    this.rules = rules;
    this.evidence = evidence;
    this.clock = clock;
  }

  @GET
  @Requires(Permission.READINESS_READ)
  @Operation(
      operationId = "listEvidenceFreshness",
      summary = "Where a period has ended and nothing newer is there, by control and series",
      description =
          "Only SEALED files and accepted requests count. A control that a series asks about is"
              + " judged by that series.")
  @APIResponse(
      responseCode = "200",
      description = "One page, with the rule and the day that each answer follows from",
      content = @Content(schema = @Schema(implementation = FreshnessPage.class), example = PAGE))
  public FreshnessPage list(
      @PathParam("clientId") UUID clientId,
      @Parameter(description = "Such as STALE.") @QueryParam("state")
          Freshness.@Nullable State state,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var page = PageRequest.of(limit, cursor, "evidence-freshness", clientId, "" + state);
    ZoneId zone = places.zone(clientId);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    StalenessRule rule = rules.on(today);
    var found = evidence.page(rule, today, state, page);
    return new FreshnessPage(today, zone.getId(), rule, found.items(), found.nextCursor());
  }
}
