package dev.assay.tenants.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as the two MSPs and the platform see it.
 *
 * @param clientName as the proposing MSP called the client; absent for the platform, which sees no
 *     client's data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Transfer")
public record TransferResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID clientId,
    @Nullable String clientName,
    @Schema(required = true) UUID fromMspId,
    @Schema(required = true) UUID toMspId,
    @Schema(required = true) TransferStatus status,
    @Schema(required = true) Decision proposed,
    @Schema(required = true) List<Step> steps) {

  static final String EXAMPLE =
      """
      {"id":"019aaf1e-7c00-7000-8000-000000000041",
       "clientId":"019aaf1e-7c00-7000-8000-000000000002",
       "clientName":"Copperfield Instruments (demo)",
       "fromMspId":"019aaf1e-7c00-7000-8000-000000000001",
       "toMspId":"019aaf1e-7c00-7000-8000-000000000011","status":"ACCEPTED",
       "proposed":{"by":"00000000-0000-4000-8000-000000000002","at":"2026-11-23T10:00:00Z",
        "reason":"The client has chosen another provider."},
       "steps":[{"step":"ACCEPTED","by":"00000000-0000-4000-8000-000000000012",
        "at":"2026-11-23T11:00:00Z","reason":"The contract is signed."}]}
      """;

  static final String PAGE_EXAMPLE = "{\"items\":[" + EXAMPLE + "],\"nextCursor\":null}";

  /**
   * Who proposed it, when and why.
   *
   * @param by the subject of the token that it was decided with
   */
  @Schema(name = "TransferProposal")
  public record Decision(
      @Schema(required = true) String by,
      @Schema(required = true) Instant at,
      @Schema(required = true) String reason) {}

  /**
   * What one party decided.
   *
   * @param by the subject of the token that it was decided with
   */
  @Schema(name = "TransferStep")
  public record Step(
      @Schema(required = true) TransferStep.Step step,
      @Schema(required = true) String by,
      @Schema(required = true) Instant at,
      @Schema(required = true) String reason) {}

  static TransferResponse of(Transfer transfer, List<TransferStep> steps) {
    return new TransferResponse(
        transfer.id,
        transfer.clientId,
        transfer.clientName,
        transfer.fromMspId,
        transfer.toMspId,
        TransferStatus.of(steps.stream().map(step -> step.step).toList()),
        new Decision(transfer.proposedBy, transfer.proposedAt, transfer.reason),
        steps.stream()
            .map(step -> new Step(step.step, step.decidedBy, step.decidedAt, step.reason))
            .toList());
  }

  /** Without what is the client's. */
  TransferResponse forPlatform() {
    return new TransferResponse(id, clientId, null, fromMspId, toMspId, status, proposed, steps);
  }
}
