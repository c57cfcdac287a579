package dev.assay.tenants.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An identifier as everybody who may read the client sees it.
 *
 * @param withdrawn when and why it was found not to be the client's; absent while it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentifierResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) Identifier.Kind kind,
    @Nullable String scheme,
    @Schema(required = true) String value,
    @Schema(required = true) Instant addedAt,
    @Nullable Withdrawal withdrawn) {

  static final String EXAMPLE =
      """
      {"id":"019aaf1e-7c00-7000-8000-000000000021","kind":"CIK","value":"0000123456",
       "addedAt":"2026-11-23T10:00:00Z"}
      """;

  /** When an identifier was withdrawn, and why. */
  @Schema(name = "IdentifierWithdrawal")
  public record Withdrawal(
      @Schema(required = true) Instant at, @Schema(required = true) String reason) {}

  static IdentifierResponse of(ClientIdentifier row) {
    return new IdentifierResponse(
        row.id,
        row.kind,
        row.scheme,
        row.value,
        row.addedAt,
        row.withdrawnAt == null || row.withdrawalReason == null
            ? null
            : new Withdrawal(row.withdrawnAt, row.withdrawalReason));
  }
}
