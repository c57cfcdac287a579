package dev.assay.tenants.transfer;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The transfers that an MSP takes part in; it decides on those by which it is to get a client. */
@Path("/v1/msps/{mspId}/transfers")
@RunOnVirtualThread
public class TransfersOfMspResource {

  private final TransferDecisions decisions;
  private final Transfers transfers;

  TransfersOfMspResource(TransferDecisions decisions, Transfers transfers) {
    this.decisions = decisions;
    this.transfers = transfers;
  }

  @GET
  @Transactional
  @Requires(Permission.CLIENT_TRANSFER)
  @Operation(
      operationId = "listTransfersOfMsp",
      summary = "List the transfers of clients to the MSP and away from it")
  @APIResponse(
      responseCode = "200",
      description = "A page of transfers, newest first.",
      content = @Content(mediaType = "application/json", example = TransferResponse.PAGE_EXAMPLE))
  public Page<TransferResponse> listTransfersOfMsp(
      UUID mspId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return transfers.page(limit, cursor, mspId);
  }

  @POST
  @Path("{transferId}/accept")
  @Transactional
  @Idempotent
  @Requires(value = Permission.CLIENT_TRANSFER, fresh = true)
  @Operation(operationId = "acceptTransfer", summary = "Agree to take the client over")
  @APIResponse(
      responseCode = "200",
      description = "Accepted; a platform operator decides now.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TransferResponse.class),
              example = TransferResponse.EXAMPLE))
  public Response acceptTransfer(UUID mspId, UUID transferId, @NotNull @Valid StepRequest request) {
    return decide(mspId, transferId, TransferStep.Step.ACCEPTED, request);
  }

  @POST
  @Path("{transferId}/decline")
  @Transactional
  @Idempotent
  @Requires(value = Permission.CLIENT_TRANSFER, fresh = true)
  @Operation(operationId = "declineTransfer", summary = "Do not take the client over")
  @APIResponse(
      responseCode = "200",
      description = "Declined; nothing has moved.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TransferResponse.class),
              example = TransferResponse.EXAMPLE))
  public Response declineTransfer(
      UUID mspId, UUID transferId, @NotNull @Valid StepRequest request) {
    return decide(mspId, transferId, TransferStep.Step.DECLINED, request);
  }

  /** Whoever gives a client away sees the transfer here too, and decides on it elsewhere. */
  private Response decide(
      UUID mspId, UUID transferId, TransferStep.Step step, StepRequest request) {
    Transfer transfer = transfers.find(transferId).orElseThrow(ProblemException::notFound);
    if (!transfer.toMspId.equals(mspId)) {
      throw ProblemException.notFound();
    }
    return Response.ok(decisions.decide(transferId, step, request.reason())).build();
  }
}
