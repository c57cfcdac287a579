package dev.assay.tenants.review;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenants.grant.GrantPlaceIds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Reviews of who has access at an MSP itself; each of its clients has reviews of its own. */
@Path("/v1/msps/{mspId}/access-reviews")
@RunOnVirtualThread
public class AccessReviewOfMspResource {

  private final ConductReview conduct;
  private final DecideLines decide;
  private final ReviewView view;

  AccessReviewOfMspResource(ConductReview conduct, DecideLines decide, ReviewView view) {
    this.conduct = conduct;
    this.decide = decide;
    this.view = view;
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(value = Permission.ACCESS_REVIEW_OPEN, fresh = true)
  @Operation(
      operationId = "openAccessReviewOfMsp",
      summary = "Freeze the listing of who has access at the MSP, to be reviewed")
  @APIResponse(
      responseCode = "201",
      description = "Open, with how the listing was made and its hash.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccessReviewResponse.class),
              example = AccessReviewResponse.EXAMPLE))
  public Response openAccessReviewOfMsp(
      UUID mspId, @NotNull @Valid OpenReviewRequest request, @Context UriInfo uri) {
    AccessReviewResponse opened = conduct.open(here(mspId), request.coverage());
    return Response.created(uri.getAbsolutePathBuilder().path(opened.id().toString()).build())
        .entity(opened)
        .build();
  }

  @GET
  @Transactional
  @Requires(Permission.ACCESS_REVIEW_READ)
  @Operation(
      operationId = "listAccessReviewsOfMsp",
      summary = "List the reviews of access at the MSP, the last first")
  @APIResponse(
      responseCode = "200",
      description = "A page of reviews.",
      content =
          @Content(mediaType = "application/json", example = AccessReviewResponse.PAGE_EXAMPLE))
  public Page<AccessReviewResponse> listAccessReviewsOfMsp(
      UUID mspId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return view.page(here(mspId), limit, cursor);
  }

  @GET
  @Path("{reviewId}")
  @Transactional
  @Requires(Permission.ACCESS_REVIEW_READ)
  @Operation(operationId = "readAccessReviewOfMsp", summary = "Read one review of access")
  @APIResponse(
      responseCode = "200",
      description = "The review as it stands today.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccessReviewResponse.class),
              example = AccessReviewResponse.EXAMPLE))
  public AccessReviewResponse readAccessReviewOfMsp(UUID mspId, UUID reviewId) {
    return view.one(reviewId);
  }

  @GET
  @Path("{reviewId}/lines")
  @Transactional
  @Requires(Permission.ACCESS_REVIEW_READ)
  @Operation(
      operationId = "listAccessReviewLinesOfMsp",
      summary = "List whose access a review goes over, and what was decided on it")
  @APIResponse(
      responseCode = "200",
      description = "A page of lines, in the order of their grants.",
      content = @Content(mediaType = "application/json", example = ReviewLineResponse.PAGE_EXAMPLE))
  public Page<ReviewLineResponse> listAccessReviewLinesOfMsp(
      UUID mspId,
      UUID reviewId,
      @Parameter(description = "Only lines that nobody has decided on.")
          @QueryParam("undecided")
          @DefaultValue("false")
          boolean undecided,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return view.lines(reviewId, undecided, limit, cursor);
  }

  @POST
  @Path("{reviewId}/decisions")
  @Transactional
  @Idempotent
  @Requires(value = Permission.ACCESS_REVIEW_DECIDE, fresh = true)
  @Operation(
      operationId = "decideAccessReviewLinesOfMsp",
      summary = "Keep, revoke or change the access of some lines, all or none")
  @APIResponse(
      responseCode = "200",
      description = "Decided; what was revoked is revoked.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccessReviewResponse.class),
              example = AccessReviewResponse.EXAMPLE))
  public Response decideAccessReviewLinesOfMsp(
      UUID mspId, UUID reviewId, @NotNull @Valid DecisionsRequest request) {
    return Response.ok(decide.decide(here(mspId), reviewId, request)).build();
  }

  @POST
  @Path("{reviewId}/re-extract")
  @Transactional
  @Idempotent
  @Requires(value = Permission.ACCESS_REVIEW_DECIDE, fresh = true)
  @Operation(
      operationId = "proveAccessReviewOfMsp",
      summary = "Make the listing again, and complete the review if no removal is outstanding")
  @APIResponse(
      responseCode = "200",
      description = "The review with what the new listing proves.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AccessReviewResponse.class),
              example = AccessReviewResponse.EXAMPLE))
  public Response proveAccessReviewOfMsp(UUID mspId, UUID reviewId) {
    return Response.ok(conduct.prove(here(mspId), reviewId)).build();
  }

  @GET
  @Path("{reviewId}/export")
  @Transactional
  @Requires(Permission.ACCESS_REVIEW_READ)
  @Operation(
      operationId = "exportAccessReviewOfMsp",
      summary = "Export a whole review as evidence, with the listings that its hashes are of")
  @APIResponse(
      responseCode = "200",
      description = "The review, its frozen listing, its lines, and every later listing.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReviewExportResponse.class),
              example = ReviewExportResponse.EXAMPLE))
  public ReviewExportResponse exportAccessReviewOfMsp(UUID mspId, UUID reviewId) {
    return view.export(reviewId);
  }

  @GET
  @Path("{reviewId}/export.csv")
  @Produces("text/csv")
  @Transactional
  @Requires(Permission.ACCESS_REVIEW_READ)
  @Operation(
      operationId = "exportAccessReviewCsvOfMsp",
      summary = "Export the lines of a review for a spreadsheet")
  @APIResponse(
      responseCode = "200",
      description = "One row a line, in UTF-8, as RFC 4180 has it.",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(implementation = String.class),
              example = "review_id,coverage,listed_at,sha256"))
  public String exportAccessReviewCsvOfMsp(UUID mspId, UUID reviewId) {
    return view.csv(reviewId);
  }

  private static GrantPlaceIds here(UUID mspId) {
    return new GrantPlaceIds(mspId, null);
  }
}
