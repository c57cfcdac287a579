package dev.assay.controls.readiness;

import dev.assay.controls.library.Library;
import dev.assay.controls.year.ControlStandings;
import dev.assay.controls.year.YearPath;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** One answer with all that the readiness service reads of a year. */
@Path("/v1/clients/{clientId}/years/{fiscalYear}/readiness-inputs")
@RunOnVirtualThread
public class ReadinessInputsResource {

  private static final String EXAMPLE =
      """
      {"clientId": "019a3c1e-7a10-7c3e-8f00-00000000000c", "fiscalYear": 2026,
       "scopingApproved": false,
       "scopingReason": "Nobody has approved the scope of this fiscal year.",
       "conclusionsAwaitingReview": 1,
       "controls": [
         {"controlId": "AM-04", "title": "User access is reviewed", "key": true, "risk": "HIGH",
          "status": "NOT_STARTED", "earlierSeverity": null, "ownerPersonId": null,
          "dueOn": "2026-12-15", "awaitingReview": true, "conclusionId": null,
          "evidenceCount": 0}]}
      """;

  private final ControlStandings standings;
  private final ScopeApprovals scopeApprovals;
  private final Library library;

  ReadinessInputsResource(
      ControlStandings standings, ScopeApprovals scopeApprovals, Library library) {
    this.standings = standings;
    this.scopeApprovals = scopeApprovals;
    this.library = library;
  }

  @GET
  @Transactional
  @Requires(Permission.READINESS_READ)
  @Operation(
      operationId = "getReadinessInputs",
      summary = "Where a year's controls and its scope stand, in one answer")
  @APIResponse(
      responseCode = "200",
      description = "All controls of the year; none while the library is not applied",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReadinessInputsResponse.class),
              examples = @ExampleObject(name = "inputs", value = EXAMPLE)))
  public ReadinessInputsResponse get(
      @PathParam("clientId") UUID clientId,
      @PathParam("fiscalYear") @Min(YearPath.FIRST) @Max(YearPath.LAST) int fiscalYear) {
    return ReadinessInputsResponse.of(
        clientId,
        fiscalYear,
        scopeApprovals.approved(fiscalYear),
        standings.ofYear(fiscalYear),
        library);
  }
}
