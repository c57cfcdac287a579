package dev.assay.tenants.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.client.ClientRequest;
import dev.assay.tenants.client.IdentifierRequest;
import dev.assay.tenants.person.PersonRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The rows of an import as JSON has them; the same rules hold as for one client or person. */
final class RowForm {

  static final String KEY_RULE = "Give 1 to 200 characters, none of them a control character.";
  private static final String KEY = "[^\\p{Cntrl}]{1,200}";

  private RowForm() {}

  /** A row of type CLIENT. */
  @Schema(name = "ImportedClient")
  record OfClient(
      @NotNull ImportedType type,
      @NotNull @Pattern(regexp = KEY, message = KEY_RULE) String key,
      @NotNull @Valid ClientRequest client,
      @Size(max = 20) @Nullable List<@NotNull @Valid IdentifierRequest> identifiers) {}

  /** A row of type PERSON. */
  @Schema(name = "ImportedPerson")
  record OfPerson(
      @NotNull ImportedType type,
      @NotNull @Pattern(regexp = KEY, message = KEY_RULE) String key,
      @NotNull @Valid PersonRequest person,
      @Valid @Nullable Grant grant) {}

  /** The role that a person gets. */
  @Schema(name = "ImportedGrant")
  record Grant(
      @NotNull Role role,
      @Nullable Instant validFrom,
      @Nullable Instant validUntil,
      @NotBlank @Size(max = 1000) String reason) {}

  /** The key of a row that may be unusable otherwise; null when there is none. */
  static @Nullable String keyIn(JsonNode row) {
    JsonNode key = row.path("key");
    return key.isTextual() && key.textValue().matches(KEY) ? key.textValue() : null;
  }

  /** The type of a row, null when it is none. */
  static @Nullable ImportedType typeIn(JsonNode row) {
    return switch (row.path("type").asText()) {
      case "CLIENT" -> ImportedType.CLIENT;
      case "PERSON" -> ImportedType.PERSON;
      default -> null;
    };
  }
}
