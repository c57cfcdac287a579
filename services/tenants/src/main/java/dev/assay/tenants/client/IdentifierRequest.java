package dev.assay.tenants.client;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An identifier to be added.
 *
 * @param scheme the register that an {@code OTHER} comes from
 */
@WellFormed
public record IdentifierRequest(
    @NotNull Identifier.Kind kind,
    @Schema(examples = "UK-COH") @Size(min = 1, max = 64) @Nullable String scheme,
    @Schema(examples = "0000123456") @NotNull String value) {

  /** A client may send null where none is allowed; the fields' own rules say so. */
  @SuppressWarnings("ConstantValue")
  boolean isComplete() {
    return kind != null && value != null;
  }

  /** The identifier itself. */
  public Identifier identifier() {
    return new Identifier(kind, scheme, value);
  }
}
