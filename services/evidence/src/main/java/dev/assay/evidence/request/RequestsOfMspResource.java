package dev.assay.evidence.request;

import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Requests across the clients of an MSP that the caller's grants reach. */
@Path("/v1/msps/{mspId}/evidence-requests")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence requests")
public class RequestsOfMspResource {

  private final StandingRequests requests;
  private final Clock clock;

  RequestsOfMspResource(StandingRequests requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  @GET
  @Requires(value = Permission.EVIDENCE_REQUEST_READ, reach = Requires.Reach.CLIENTS_OF_MSP)
  @Transactional
  @Operation(
      operationId = "listEvidenceRequestsOfMsp",
      summary = "Requests of all clients that the caller's grants reach, those due first, first")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content = @Content(mediaType = "application/json", example = RequestExamples.PAGE))
  public Page<RequestResponse> list(
      @PathParam("mspId") UUID mspId,
      @Parameter(
              description = "A person's id.",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @QueryParam("assignee")
          @Nullable String assignee,
      @QueryParam("state") @Nullable RequestState state,
      @QueryParam("overdue") @Nullable Boolean overdue,
      @Parameter(
              description = "Only those due on an earlier day.",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @QueryParam("dueBefore")
          @Nullable String dueBefore,
      @QueryParam("controlId") @Nullable String controlId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var filter = RequestFilter.parse(assignee, state, overdue, dueBefore, controlId);
    var page = PageRequest.of(limit, cursor, "evidence-requests-of-msp", mspId, filter);
    var now = clock.instant();
    return Page.of(
        requests.page(filter, now, page),
        page,
        StandingRequests.SortKey::of,
        row -> RequestResponse.of(row, now));
  }
}
