package dev.assay.tenants.system;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.system.SystemResponse.Deed;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a system.
 *
 * @param position its place in the client's one order, counted from 1
 * @param material whether it made a version that needs approval
 * @param version the version that it made
 * @param description in words; absent where a version was put without any
 */
@Schema(name = "SystemChangeResponse")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) long position,
    @Schema(required = true) UUID systemId,
    @Schema(required = true) ChangeKind kind,
    @Schema(required = true) boolean material,
    @Nullable Long version,
    @Schema(required = true) LocalDate effectiveOn,
    @Nullable String description,
    @Nullable UUID replacedBy,
    @Schema(required = true) Deed recorded) {

  static final String EXAMPLE =
      """
      {"id":"019aaf1e-7c00-7000-8000-000000000009","position":1,
       "systemId":"019aaf1e-7c00-7000-8000-000000000005","kind":"CLOUD_MOVE","material":true,
       "version":1,"effectiveOn":"2026-12-01",
       "description":"Moves to the vendor's cloud over the weekend.",
       "recorded":{"personId":"019aaf1e-7c00-7000-8000-000000000003","at":"2026-11-23T10:00:00Z"}}
      """;

  static final String PAGE_EXAMPLE = "{\"items\":[" + EXAMPLE + "],\"nextCursor\":null}";

  static ChangeResponse of(SystemChange change) {
    return new ChangeResponse(
        change.id,
        change.position,
        change.systemId,
        change.kind,
        change.number != null,
        change.number,
        change.effectiveOn,
        change.description,
        change.replacedBy,
        new Deed(change.recordedByPersonId, change.recordedAt, null));
  }
}
