package dev.assay.tenants.applicability;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client is in some time.
 *
 * @param from the first day; of an IPO in preparation, when the registration statement was filed
 * @param to the last day; null while no end is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntityKindPeriod(
    @Schema(required = true) @NotNull EntityKind kind,
    @Schema(
            required = true,
            description =
                "The first day; of an IPO in preparation, when the registration statement was"
                    + " filed.")
        @NotNull
        LocalDate from,
    @Schema(description = "The last day. Left out while no end is known.") @Nullable LocalDate to) {

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  boolean overlaps(EntityKindPeriod other) {
    return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
  }
}
