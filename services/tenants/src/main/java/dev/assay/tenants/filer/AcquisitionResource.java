package dev.assay.tenants.filer;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenants.client.ClientStanding;
import dev.assay.tenants.filer.rule.RuleSets;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Whether management's assessment may leave out an acquired business; nothing is kept. */
@Path("/v1/clients/{clientId}/acquisition-exclusion-checks")
@RunOnVirtualThread
public class AcquisitionResource {

  /** An acquisition from before is no news to any assessment that we know rules for. */
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private final ClientStanding client;
  private final RuleSets ruleSets;

  AcquisitionResource(ClientStanding client, RuleSets ruleSets) {
    this.client = client;
    this.ruleSets = ruleSets;
  }

  @POST
  @Transactional
  @Requires(Permission.CLIENT_READ)
  @Operation(
      operationId = "checkAcquisitionExclusion",
      summary = "Tell whether a year's assessment may leave out an acquired business")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AcquisitionRequest.class),
              example = AcquisitionRequest.EXAMPLE))
  @APIResponse(
      responseCode = "200",
      description = "The answer under the rules in force at the fiscal year-end.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AcquisitionResponse.class),
              example = AcquisitionResponse.EXAMPLE))
  public AcquisitionResponse checkAcquisitionExclusion(
      UUID clientId, @NotNull @Valid AcquisitionRequest request) {
    if (request.acquiredOn().isBefore(EARLIEST) || request.acquiredOn().getYear() > 9998) {
      throw ProblemException.invalid("/acquiredOn", "Give a day from " + EARLIEST + " on.");
    }
    LocalDate yearEnd = new FilerYear(request.fiscalYear(), client.calendar().yearEnd()).end();
    return AcquisitionResponse.of(
        request, yearEnd, FilerStatuses.inForceOn(yearEnd, ruleSets.deciding()));
  }
}
