package dev.assay.tenants.filer.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.http.problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All thresholds of filer status and of what follows from it.
 *
 * @param accelerated null where the rules know no such class
 * @param revenueTest null where revenue does not matter
 * @param managementReportAfterAnnualReports 404(a) applies from the annual report before which so
 *     many were filed (Regulation S-K Item 308, Instruction 1)
 * @param auditorAttestation classes to which 404(b) applies
 * @param dueDays of each class that the rules know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FilerRules(
    @Schema(required = true) @NotNull @Valid FloatClass largeAccelerated,
    @Nullable @Valid FloatClass accelerated,
    @Nullable @Valid RevenueTest revenueTest,
    @Schema(required = true) @NotNull @Valid EmergingGrowthRules emergingGrowth,
    @Schema(required = true) @Min(0) @Max(10) int managementReportAfterAnnualReports,
    @Schema(required = true) @NotNull Set<@NotNull FloatStatus> auditorAttestation,
    @Schema(required = true) @NotNull Map<@NotNull FloatStatus, @NotNull @Valid DueDays> dueDays,
    @Schema(required = true) @NotNull @Valid AcquisitionRules acquisition) {

  /** The classes that these rules know. */
  public Set<FloatStatus> classes() {
    return accelerated == null
        ? EnumSet.of(FloatStatus.LARGE_ACCELERATED, FloatStatus.NON_ACCELERATED)
        : EnumSet.allOf(FloatStatus.class);
  }

  /** When reports of this class are due. */
  public DueDays dueDaysOf(FloatStatus status) {
    DueDays found = dueDays.get(status);
    if (found == null) {
      throw new IllegalArgumentException("no due days for " + status);
    }
    return found;
  }

  /**
   * What keeps these numbers from being rules: an exit above its entry, or a class that is missing.
   *
   * @param at JSON Pointer of the rules in the body
   */
  public List<FieldError> flaws(String at) {
    List<FieldError> flaws = new ArrayList<>();
    exitAboveEntry(largeAccelerated, at + "/largeAccelerated", flaws);
    if (accelerated != null) {
      exitAboveEntry(accelerated, at + "/accelerated", flaws);
      if (accelerated.entryFloat().atLeast(largeAccelerated.entryFloat())) {
        flaws.add(
            new FieldError(
                at + "/accelerated/entryFloat", "Lies below that of large accelerated filers."));
      }
    }
    if (!classes().containsAll(auditorAttestation)) {
      flaws.add(new FieldError(at + "/auditorAttestation", "Names a class that is not defined."));
    }
    if (!dueDays.keySet().equals(classes())) {
      flaws.add(
          new FieldError(at + "/dueDays", "Must have exactly the classes " + classes() + "."));
    }
    return flaws;
  }

  private static void exitAboveEntry(FloatClass of, String at, List<FieldError> flaws) {
    if (!of.entryFloat().atLeast(of.exitFloat())) {
      flaws.add(new FieldError(at + "/exitFloat", "Must not be above the entry."));
    }
  }
}
