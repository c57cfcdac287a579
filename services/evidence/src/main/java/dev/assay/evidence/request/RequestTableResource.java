package dev.assay.evidence.request;

import static dev.assay.evidence.EvidenceProblem.TABLE_TOO_LONG;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The PBC table: a client's requests for a spreadsheet. */
@Path("/v1/clients/{clientId}/evidence-requests.csv")
@RunOnVirtualThread
@Tag(name = "Evidence requests")
public class RequestTableResource {

  /** A table longer than this is no longer read by people; it is also what memory is kept for. */
  static final int MOST_ROWS = 5_000;

  private final StandingRequests requests;
  private final Clock clock;

  RequestTableResource(StandingRequests requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  @GET
  @Produces("text/csv")
  @Requires(Permission.EVIDENCE_REQUEST_READ)
  @Transactional
  @Operation(
      operationId = "exportEvidenceRequests",
      summary = "Requests of a client for a spreadsheet, those due first, first",
      description = "At most 5000 rows; narrow the filter for fewer.")
  @APIResponse(
      responseCode = "200",
      description = "One row a request, in UTF-8, as RFC 4180 has it.",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(implementation = String.class),
              example = "request_id,control_id,title"))
  public String export(
      @PathParam("clientId") UUID clientId,
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
      @QueryParam("controlId") @Nullable String controlId) {
    var filter = RequestFilter.parse(assignee, state, overdue, dueBefore, controlId);
    var now = clock.instant();
    List<StandingRequest> rows = requests.first(MOST_ROWS + 1, filter, now);
    if (rows.size() > MOST_ROWS) {
      throw ProblemException.of(
          TABLE_TOO_LONG, "More than %d requests meet the filter.".formatted(MOST_ROWS));
    }
    return RequestTable.of(rows.stream().map(row -> RequestResponse.of(row, now)).toList());
  }
}
