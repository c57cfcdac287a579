package dev.assay.evidence.request;

import dev.assay.evidence.place.ClientPlaces;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Requests for a client's evidence. */
@Path("/v1/clients/{clientId}/evidence-requests")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence requests")
public class EvidenceRequestResource {

  private final ClientPlaces places;
  private final RaiseRequest raiseRequest;
  private final StandingRequests requests;
  private final RequestViews views;
  private final Clock clock;

  EvidenceRequestResource(
      ClientPlaces places,
      RaiseRequest raiseRequest,
      StandingRequests requests,
      RequestViews views,
      Clock clock) {
    this.places = places;
    this.raiseRequest = raiseRequest;
    this.requests = requests;
    this.views = views;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EVIDENCE_REQUEST_RAISE)
  @Operation(
      operationId = "raiseEvidenceRequest",
      summary = "Ask somebody for evidence, by hand or for a control test",
      description = "The due day ends at midnight in the client's time zone of this moment.")
  @APIResponse(
      responseCode = "201",
      description = "The request; its ETag is the If-Match of what follows",
      headers = {
        @Header(name = "Location", schema = @Schema(implementation = String.class)),
        @Header(name = "ETag", schema = @Schema(implementation = String.class))
      },
      content =
          @Content(
              schema = @Schema(implementation = RequestDetail.class),
              example = RequestExamples.DETAIL))
  public Response raiseEvidenceRequest(
      @PathParam("clientId") UUID clientId, @NotNull @Valid RaiseBody request) {
    request.requireSensiblePeriod();
    ZoneId zone = places.zoneWith(clientId, request.assigneePersonId(), "/assigneePersonId");
    RaiseBody.requireDueFrom(LocalDate.ofInstant(clock.instant(), zone), request.dueOn());
    return raiseRequest.raiseEvidenceRequest(clientId, request, zone);
  }

  @GET
  @Requires(Permission.EVIDENCE_REQUEST_READ)
  @Transactional
  @Operation(
      operationId = "listEvidenceRequests",
      summary = "Requests of a client, those due first, first",
      description = "A control owner without another role sees those asked of them.")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content = @Content(mediaType = "application/json", example = RequestExamples.PAGE))
  public Page<RequestResponse> list(
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
      @QueryParam("controlId") @Nullable String controlId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var filter = RequestFilter.parse(assignee, state, overdue, dueBefore, controlId);
    var page = PageRequest.of(limit, cursor, "evidence-requests", clientId, filter);
    var now = clock.instant();
    return Page.of(
        requests.page(filter, now, page),
        page,
        StandingRequests.SortKey::of,
        row -> RequestResponse.of(row, now));
  }

  @GET
  @Path("/{requestId}")
  @Requires(Permission.EVIDENCE_REQUEST_READ)
  @Transactional
  @Operation(
      operationId = "getEvidenceRequest",
      summary = "A request with its way, what was given, and whether that counts")
  @APIResponse(
      responseCode = "200",
      description = "The request; its ETag is the If-Match of what follows",
      headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = RequestDetail.class),
              example = RequestExamples.DETAIL))
  public Response get(
      @PathParam("clientId") UUID clientId, @PathParam("requestId") UUID requestId) {
    return views.answer(Response.ok(), requestId);
  }

  @PUT
  @Path("/{requestId}/terms")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EVIDENCE_REQUEST_RAISE)
  @Operation(
      operationId = "setEvidenceRequestTerms",
      summary = "Ask somebody else, or until another day")
  @APIResponse(
      responseCode = "200",
      description = "The request as it is now",
      headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = RequestDetail.class),
              example = RequestExamples.DETAIL))
  public Response setTerms(
      @PathParam("clientId") UUID clientId,
      @PathParam("requestId") UUID requestId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid TermsBody terms) {
    places.zoneWith(clientId, terms.assigneePersonId(), "/assigneePersonId");
    return raiseRequest.setTerms(requestId, ifMatch, terms);
  }
}
