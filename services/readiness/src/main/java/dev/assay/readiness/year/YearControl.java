package dev.assay.readiness.year;

import dev.assay.readiness.control.ControlStanding;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One control that was applied to the year.
 *
 * @param ownerPersonId who answers for it; null while it is unassigned
 * @param dueOn when it should be concluded; null while no date is set
 * @param conclusionId the reviewed conclusion that the status comes from; null while there is none
 */
public record YearControl(
    ControlStanding standing,
    String title,
    @Nullable UUID ownerPersonId,
    @Nullable LocalDate dueOn,
    @Nullable UUID conclusionId) {}
