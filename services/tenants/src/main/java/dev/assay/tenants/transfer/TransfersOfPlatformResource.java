package dev.assay.tenants.transfer;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenancy.scope.TenantScope;
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

/** The transfers of all clients, without the clients' data; the platform has the last word. */
@Path("/v1/platform/transfers")
@RunOnVirtualThread
public class TransfersOfPlatformResource {

  private final TransferDecisions decisions;
  private final Transfers transfers;

  TransfersOfPlatformResource(TransferDecisions decisions, Transfers transfers) {
    this.decisions = decisions;
    this.transfers = transfers;
  }

  @GET
  @Transactional
  @Requires(Permission.TRANSFER_APPROVE)
  @Operation(operationId = "listTransfers", summary = "List the transfers between MSPs")
  @APIResponse(
      responseCode = "200",
      description = "A page of transfers, newest first.",
      content = @Content(mediaType = "application/json", example = TransferResponse.PAGE_EXAMPLE))
  public Page<TransferResponse> listTransfers(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    Page<TransferResponse> page = transfers.page(limit, cursor, TenantScope.PLATFORM_ID);
    return new Page<>(
        page.items().stream().map(TransferResponse::forPlatform).toList(), page.nextCursor());
  }

  @POST
  @Path("{transferId}/approve")
  @Transactional
  @Idempotent
  @Requires(value = Permission.TRANSFER_APPROVE, fresh = true)
  @Operation(
      operationId = "approveTransfer",
      summary = "Approve a transfer that was accepted, and move the client")
  @APIResponse(
      responseCode = "200",
      description = "The client is the other MSP's, with all that is known of it.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TransferResponse.class),
              example = TransferResponse.EXAMPLE))
  public Response approveTransfer(UUID transferId, @NotNull @Valid StepRequest request) {
    return decide(transferId, TransferStep.Step.APPROVED, request);
  }

  @POST
  @Path("{transferId}/decline")
  @Transactional
  @Idempotent
  @Requires(value = Permission.TRANSFER_APPROVE, fresh = true)
  @Operation(operationId = "refuseTransfer", summary = "Refuse a transfer")
  @APIResponse(
      responseCode = "200",
      description = "Declined; nothing has moved.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TransferResponse.class),
              example = TransferResponse.EXAMPLE))
  public Response refuseTransfer(UUID transferId, @NotNull @Valid StepRequest request) {
    return decide(transferId, TransferStep.Step.DECLINED, request);
  }

  private Response decide(UUID transferId, TransferStep.Step step, StepRequest request) {
    return Response.ok(decisions.decide(transferId, step, request.reason()).forPlatform()).build();
  }
}
