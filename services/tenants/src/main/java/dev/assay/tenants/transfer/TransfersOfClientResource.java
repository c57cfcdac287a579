package dev.assay.tenants.transfer;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** A client's transfers, as its present MSP and its own people see them. */
@Path("/v1/clients/{clientId}/transfers")
@RunOnVirtualThread
public class TransfersOfClientResource {

  private final TransferDecisions decisions;
  private final Transfers transfers;

  TransfersOfClientResource(TransferDecisions decisions, Transfers transfers) {
    this.decisions = decisions;
    this.transfers = transfers;
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(value = Permission.CLIENT_TRANSFER, fresh = true)
  @Operation(operationId = "proposeTransfer", summary = "Propose that another MSP takes over")
  @APIResponse(
      responseCode = "201",
      description = "Proposed; the other MSP is shown the client's name, and nothing else yet.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TransferResponse.class),
              example = TransferResponse.EXAMPLE))
  public Response proposeTransfer(
      UUID clientId, @NotNull @Valid TransferRequest request, @Context UriInfo uri) {
    TransferResponse proposed = decisions.propose(clientId, request);
    return Response.created(uri.getAbsolutePathBuilder().path(proposed.id().toString()).build())
        .entity(proposed)
        .build();
  }

  @GET
  @Transactional
  @Requires(Permission.CLIENT_READ)
  @Operation(operationId = "listTransfersOfClient", summary = "List the client's transfers")
  @APIResponse(
      responseCode = "200",
      description = "A page of transfers, newest first.",
      content = @Content(mediaType = "application/json", example = TransferResponse.PAGE_EXAMPLE))
  public Page<TransferResponse> listTransfersOfClient(
      UUID clientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return transfers.page(limit, cursor, clientId);
  }

  @POST
  @Path("{transferId}/withdraw")
  @Transactional
  @Idempotent
  @Requires(value = Permission.CLIENT_TRANSFER, fresh = true)
  @Operation(operationId = "withdrawTransfer", summary = "Take a proposal back")
  @APIResponse(
      responseCode = "200",
      description = "Withdrawn.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = TransferResponse.class),
              example = TransferResponse.EXAMPLE))
  public Response withdrawTransfer(
      UUID clientId, UUID transferId, @NotNull @Valid StepRequest request) {
    return Response.ok(decisions.decide(transferId, TransferStep.Step.WITHDRAWN, request.reason()))
        .build();
  }
}
