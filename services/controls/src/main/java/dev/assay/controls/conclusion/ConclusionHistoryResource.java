package dev.assay.controls.conclusion;

import dev.assay.controls.year.ControlStandings;
import dev.assay.controls.year.YearPath;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Everything that was ever concluded on a control, for reviewers and auditors. */
@Path("/v1/clients/{clientId}/years/{fiscalYear}/controls/{controlId}/conclusions")
@RunOnVirtualThread
public class ConclusionHistoryResource {

  private final ControlStandings standings;
  private final Conclusions conclusions;
  private final Reviews reviews;

  ConclusionHistoryResource(ControlStandings standings, Conclusions conclusions, Reviews reviews) {
    this.standings = standings;
    this.conclusions = conclusions;
    this.reviews = reviews;
  }

  @GET
  @Transactional
  @Requires(Permission.CONTROL_READ)
  @Operation(operationId = "listConclusions", summary = "Conclusions on a control, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of conclusions with their reviews",
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "page", value = ConclusionExample.PAGE)))
  public Page<ConclusionResponse> list(
      @PathParam("clientId") UUID clientId,
      @PathParam("fiscalYear") @Min(YearPath.FIRST) @Max(YearPath.LAST) int fiscalYear,
      @PathParam("controlId") String controlId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var page = PageRequest.of(limit, cursor, "conclusions", clientId, fiscalYear, controlId);
    if (standings.find(fiscalYear, controlId).isEmpty()) {
      throw ProblemException.notFound();
    }
    List<Conclusion> found = conclusions.page(fiscalYear, controlId, page);
    var reviewed = reviews.of(found);
    return Page.of(
        found,
        page,
        conclusion -> Integer.toString(conclusion.number),
        conclusion ->
            ConclusionResponse.of(conclusion, fiscalYear, controlId, reviewed.get(conclusion.id)));
  }

  @GET
  @Path("/{conclusionId}")
  @Transactional
  @Requires(Permission.CONTROL_READ)
  @Operation(operationId = "getConclusion", summary = "One conclusion on a control")
  @APIResponse(
      responseCode = "200",
      description = "The conclusion, with its review once there is one",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ConclusionResponse.class),
              examples = @ExampleObject(name = "conclusion", value = ConclusionExample.CONCLUSION)))
  public ConclusionResponse get(
      @PathParam("clientId") UUID clientId,
      @PathParam("fiscalYear") @Min(YearPath.FIRST) @Max(YearPath.LAST) int fiscalYear,
      @PathParam("controlId") String controlId,
      @PathParam("conclusionId") UUID conclusionId) {
    Conclusion conclusion =
        conclusions
            .find(fiscalYear, controlId, conclusionId)
            .orElseThrow(ProblemException::notFound);
    return ConclusionResponse.of(
        conclusion, fiscalYear, controlId, reviews.findByIdOptional(conclusion.id).orElse(null));
  }
}
