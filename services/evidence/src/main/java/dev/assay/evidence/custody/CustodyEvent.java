package dev.assay.evidence.custody;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that happened to an item or one of its files. */
@Schema(name = "CustodyEvent")
public record CustodyEvent(
    @Schema(required = true) Instant at,
    @Schema(
            required = true,
            description = "entity.verb, as in the audit trail.",
            examples = "evidence-file.sealed")
        String what,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Which file; absent where it is about the item as a whole.")
        @Nullable UUID fileId,
    @Schema(
            required = true,
            description =
                "Subject of who did it, system:<worker> for the service itself, or unknown where no"
                    + " audit event says.")
        String who,
    @Schema(required = true, description = "The roles in force then; none for a worker.")
        List<String> roles,
    @Schema(required = true, description = "Field to value: digest, version, lock, reason.")
        Map<String, String> details,
    @Schema(required = true, description = "The rows that say so, the telling one first.")
        List<SourceRow> sources) {

  public CustodyEvent {
    roles = List.copyOf(roles);
    details = Collections.unmodifiableMap(new TreeMap<>(details));
    sources = List.copyOf(sources);
  }
}
