package dev.assay.evidence.request;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The steps of a request: each names the version that was read, and is a row for good. */
@Path("/v1/clients/{clientId}/evidence-requests/{requestId}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence requests")
public class RequestStepResource {

  private final MoveRequest move;
  private final RequestViews views;

  RequestStepResource(MoveRequest move, RequestViews views) {
    this.move = move;
    this.views = views;
  }

  @POST
  @Path("/submission")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(value = Permission.EVIDENCE_REQUEST_ANSWER, fresh = true)
  @Idempotent
  @Transactional
  @Operation(
      operationId = "submitEvidence",
      summary = "Answer a request with evidence, as its assignee")
  @APIResponse(
      responseCode = "200",
      description = "The request as it is now",
      headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = RequestDetail.class),
              example = RequestExamples.DETAIL))
  public Response submitEvidence(
      @PathParam("clientId") UUID clientId,
      @PathParam("requestId") UUID requestId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SubmissionBody body) {
    move.submit(requestId, ifMatch, body);
    return views.answer(Response.ok(), requestId);
  }

  @POST
  @Path("/acceptance")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(value = Permission.EVIDENCE_REQUEST_ACCEPT, fresh = true)
  @Idempotent
  @Transactional
  @Operation(
      operationId = "acceptEvidence",
      summary = "Accept what was given, as somebody who did not give it")
  @APIResponse(
      responseCode = "200",
      description = "The request as it is now",
      headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = RequestDetail.class),
              example = RequestExamples.DETAIL))
  public Response acceptEvidence(
      @PathParam("clientId") UUID clientId,
      @PathParam("requestId") UUID requestId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid AcceptanceBody body) {
    move.accept(requestId, ifMatch, body.note());
    return views.answer(Response.ok(), requestId);
  }

  @POST
  @Path("/return")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(value = Permission.EVIDENCE_REQUEST_ACCEPT, fresh = true)
  @Idempotent
  @Transactional
  @Operation(operationId = "returnEvidence", summary = "Return what was given, and say why")
  @APIResponse(
      responseCode = "200",
      description = "The request as it is now",
      headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = RequestDetail.class),
              example = RequestExamples.DETAIL))
  public Response returnEvidence(
      @PathParam("clientId") UUID clientId,
      @PathParam("requestId") UUID requestId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ReasonBody body) {
    move.giveBack(requestId, ifMatch, body.reason());
    return views.answer(Response.ok(), requestId);
  }

  @POST
  @Path("/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(value = Permission.EVIDENCE_REQUEST_RAISE, fresh = true)
  @Idempotent
  @Transactional
  @Operation(operationId = "withdrawEvidenceRequest", summary = "Take a request back")
  @APIResponse(
      responseCode = "200",
      description = "The request as it is now",
      headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = RequestDetail.class),
              example = RequestExamples.DETAIL))
  public Response withdrawEvidenceRequest(
      @PathParam("clientId") UUID clientId,
      @PathParam("requestId") UUID requestId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ReasonBody body) {
    move.withdraw(requestId, ifMatch, body.reason());
    return views.answer(Response.ok(), requestId);
  }
}
