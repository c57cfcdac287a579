package dev.assay.tenants.review;

import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** When the next reviews of access at one client are due. */
@Path("/v1/clients/{clientId}/access-review-schedule")
@RunOnVirtualThread
public class ReviewScheduleOfClientResource {

  private final ReviewedPlaces places;
  private final Clock clock;

  ReviewScheduleOfClientResource(ReviewedPlaces places, Clock clock) {
    this.places = places;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Requires(Permission.ACCESS_REVIEW_READ)
  @Operation(
      operationId = "readAccessReviewScheduleOfClient",
      summary = "When the next reviews of access at the client are due")
  @APIResponse(
      responseCode = "200",
      description = "The next review of each coverage.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ScheduleResponse.class),
              example = ScheduleResponse.EXAMPLE))
  public ScheduleResponse readAccessReviewScheduleOfClient(UUID clientId) {
    return ScheduleResponse.of(places.client(), clock.instant());
  }
}
