package dev.assay.evidence.request;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What people say to each other about a request; nobody takes it back. */
@Path("/v1/clients/{clientId}/evidence-requests/{requestId}/comments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence requests")
public class CommentResource {

  private final StandingRequests requests;
  private final Comments comments;
  private final AuditTrail audit;
  private final Caller caller;
  private final Clock clock;

  CommentResource(
      StandingRequests requests, Comments comments, AuditTrail audit, Caller caller, Clock clock) {
    this.requests = requests;
    this.comments = comments;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EVIDENCE_REQUEST_COMMENT)
  @Idempotent
  @Transactional
  @Operation(operationId = "commentEvidenceRequest", summary = "Say something about a request")
  @APIResponse(
      responseCode = "201",
      description = "The comment",
      content =
          @Content(
              schema = @Schema(implementation = CommentResponse.class),
              example = RequestExamples.COMMENT))
  public Response commentEvidenceRequest(
      @PathParam("clientId") UUID clientId,
      @PathParam("requestId") UUID requestId,
      @NotNull @Valid CommentBody body) {
    requireSeen(requestId);
    var comment =
        new Comment(
            requestId,
            body.text(),
            caller.token().subject(),
            caller.grant().personId(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    comments.persist(comment);
    audit.record(
        AuditEvent.of("evidence-request.commented", "EVIDENCE_REQUEST", requestId)
            .with("commentId", comment.id()));
    return Response.created(
            UriBuilder.fromPath("/v1/clients/{client}/evidence-requests/{id}/comments")
                .build(clientId, requestId))
        .entity(CommentResponse.of(comment))
        .build();
  }

  @GET
  @Requires(Permission.EVIDENCE_REQUEST_READ)
  @Transactional
  @Operation(
      operationId = "listEvidenceRequestComments",
      summary = "What was said about a request, first to last")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = "application/json",
              example = "{\"items\":[" + RequestExamples.COMMENT + "],\"nextCursor\":null}"))
  public Page<CommentResponse> list(
      @PathParam("clientId") UUID clientId,
      @PathParam("requestId") UUID requestId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    requireSeen(requestId);
    var page = PageRequest.of(limit, cursor, "evidence-request-comments", clientId, requestId);
    return Page.of(
        comments.page(requestId, page),
        page,
        comment -> comment.id().toString(),
        CommentResponse::of);
  }

  private void requireSeen(UUID requestId) {
    if (requests.findByIdOptional(requestId).isEmpty()) {
      throw ProblemException.notFound();
    }
  }
}
