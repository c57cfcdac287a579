package dev.assay.tenants.review;

import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** When the next reviews of access at an MSP, and at its clients, are due. */
@Path("/v1/msps/{mspId}/access-review-schedule")
@RunOnVirtualThread
public class ReviewScheduleOfMspResource {

  private final ReviewedPlaces places;
  private final Clock clock;

  ReviewScheduleOfMspResource(ReviewedPlaces places, Clock clock) {
    this.places = places;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Requires(Permission.ACCESS_REVIEW_READ)
  @Operation(
      operationId = "readAccessReviewScheduleOfMsp",
      summary = "When the next reviews of access at the MSP itself are due")
  @APIResponse(
      responseCode = "200",
      description = "The next review of each coverage.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ScheduleResponse.class),
              example = ScheduleResponse.EXAMPLE))
  public ScheduleResponse readAccessReviewScheduleOfMsp(UUID mspId) {
    return ScheduleResponse.of(places.msp(), clock.instant());
  }

  @GET
  @Path("clients")
  @Transactional
  @Requires(value = Permission.CLIENT_LIST, reach = Requires.Reach.CLIENTS_OF_MSP)
  @Operation(
      operationId = "listAccessReviewSchedules",
      summary = "When the next reviews of access are due at the MSP's clients")
  @APIResponse(
      responseCode = "200",
      description = "A page of clients that the caller's grants reach, in the order of their ids.",
      content = @Content(mediaType = "application/json", example = ScheduleResponse.PAGE_EXAMPLE))
  public Page<ScheduleResponse> listAccessReviewSchedules(
      UUID mspId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "access-review-schedules", mspId);
    var now = clock.instant();
    return Page.of(
        places.clients(request),
        request,
        place -> Objects.requireNonNull(place.clientId()).toString(),
        place -> ScheduleResponse.of(place, now));
  }
}
