package dev.assay.tenants.applicability;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a provision has an effect on a client.
 *
 * @param kind the kind that brings it; null where it binds anyone, or nothing is recorded
 * @param table what the table of law says; null where nothing is recorded
 * @param effect what follows on the day that is asked about
 * @param from since when; null where it does not apply
 * @param source in the law
 * @param askCounsel what is a judgement, and not in the table
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicabilityReason(
    @Nullable EntityKind kind,
    @Nullable TableEffect table,
    @Schema(required = true) Effect effect,
    @Nullable LocalDate from,
    @Schema(required = true) String because,
    @Nullable String source,
    @Nullable String askCounsel) {}
