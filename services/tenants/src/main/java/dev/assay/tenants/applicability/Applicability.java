package dev.assay.tenants.applicability;

import dev.assay.tenants.client.FilerStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells which provisions bind a client on a day, from its kinds, its filer years and the table. */
final class Applicability {

  /** A profile tells the status until the next fiscal year has ended. */
  private static final int YEARS_A_PROFILE_TELLS = 1;

  private final LocalDate day;
  private final List<EntityKindPeriod> kinds;
  private final List<FilerYearBasis> years;
  private final ApplicabilityTable table;

  private Applicability(
      LocalDate day,
      List<EntityKindPeriod> kinds,
      List<FilerYearBasis> years,
      ApplicabilityTable table) {
    this.day = day;
    this.kinds =
        kinds.stream()
            .filter(kind -> kind.holdsOn(day))
            .sorted(Comparator.comparing(EntityKindPeriod::kind))
            .toList();
    this.years =
        years.stream().sorted(Comparator.comparing(FilerYearBasis::fiscalYearEnd)).toList();
    this.table = table;
  }

  /** One answer for each provision, in their order. */
  static List<ProvisionAnswer> on(
      LocalDate day,
      List<EntityKindPeriod> kinds,
      List<FilerYearBasis> years,
      ApplicabilityTable table) {
    var applicability = new Applicability(day, kinds, years, table);
    return Arrays.stream(Provision.values())
        .map(provision -> ProvisionAnswer.of(provision, applicability.reasons(provision)))
        .toList();
  }

  private List<ApplicabilityReason> reasons(Provision provision) {
    List<ApplicabilityReason> reasons = new ArrayList<>();
    kinds.forEach(kind -> reasons.add(reason(provision, kind)));
    if (reasons.isEmpty()) {
      table
          .ofAnyone(provision)
          .map(entry -> fixed(null, entry, Effect.APPLIES, table.sinceOf(provision)))
          .ifPresentOrElse(reasons::add, () -> reasons.add(nothingRecorded()));
    }
    return reasons;
  }

  private ApplicabilityReason nothingRecorded() {
    return new ApplicabilityReason(
        null,
        null,
        Effect.UNKNOWN,
        null,
        "No kind of entity is recorded for %s.".formatted(day),
        null,
        null);
  }

  private ApplicabilityReason reason(Provision provision, EntityKindPeriod period) {
    TableEntry entry = table.entry(period.kind(), provision);
    LocalDate since = later(period.from(), table.sinceOf(provision));
    return switch (entry.effect()) {
      case APPLIES -> fixed(period.kind(), entry, Effect.APPLIES, since);
      case NOT_YET -> fixed(period.kind(), entry, Effect.NOT_YET, null);
      case THROUGH_OTHERS -> fixed(period.kind(), entry, Effect.THROUGH_OTHERS, since);
      case DOES_NOT_APPLY -> fixed(period.kind(), entry, Effect.DOES_NOT_APPLY, null);
      case BY_FILER_STATUS -> byFilerStatus(provision, period, entry);
    };
  }

  private static ApplicabilityReason fixed(
      @Nullable EntityKind kind, TableEntry entry, Effect effect, @Nullable LocalDate from) {
    return reason(kind, entry, effect, from, entry.because());
  }

  private static ApplicabilityReason reason(
      @Nullable EntityKind kind,
      TableEntry entry,
      Effect effect,
      @Nullable LocalDate from,
      String because) {
    return new ApplicabilityReason(
        kind, entry.effect(), effect, from, because, entry.source(), entry.askCounsel());
  }

  private ApplicabilityReason byFilerStatus(
      Provision provision, EntityKindPeriod period, TableEntry entry) {
    Optional<FilerYearBasis> telling = yearThatTells();
    if (telling.isEmpty()) {
      return reason(
          period.kind(),
          entry,
          Effect.UNKNOWN,
          null,
          entry.because() + " No filer profile tells the status on %s.".formatted(day));
    }
    FilerYearBasis year = telling.get();
    if (year.filerStatus() == FilerStatus.NOT_A_FILER) {
      return reason(
          period.kind(),
          entry,
          Effect.UNKNOWN,
          null,
          entry.because()
              + " The filer profile of %s says that it is no filer, which contradicts its kind."
                  .formatted(year.fiscalYearEnd()));
    }
    String because =
        entry.because()
            + " For the year that ends on %s it is %s under %s."
                .formatted(year.fiscalYearEnd(), year.filerStatus(), year.ruleSet());
    if (asks(provision, year)) {
      return reason(
          period.kind(),
          entry,
          Effect.APPLIES,
          later(firstOfRun(provision, year), period.from()),
          because);
    }
    boolean soon = year.filerStatus() == FilerStatus.NEWLY_PUBLIC;
    return reason(
        period.kind(), entry, soon ? Effect.NOT_YET : Effect.DOES_NOT_APPLY, null, because);
  }

  /** The fiscal year in which the day lies, or else the last one that ended within a year. */
  private Optional<FilerYearBasis> yearThatTells() {
    Optional<FilerYearBasis> current =
        years.stream()
            .filter(year -> !year.fiscalYearEnd().isBefore(day))
            .filter(year -> year.fiscalYearEnd().minusYears(YEARS_A_PROFILE_TELLS).isBefore(day))
            .findFirst();
    return current.or(
        () ->
            years.stream()
                .filter(year -> year.fiscalYearEnd().isBefore(day))
                .filter(
                    year -> !year.fiscalYearEnd().plusYears(YEARS_A_PROFILE_TELLS).isBefore(day))
                .reduce((earlier, last) -> last));
  }

  /** The end of the first year since which every profile up to this one asks for it. */
  private LocalDate firstOfRun(Provision provision, FilerYearBasis last) {
    LocalDate first = last.fiscalYearEnd();
    for (FilerYearBasis year : years.reversed()) {
      if (year.fiscalYearEnd().isAfter(last.fiscalYearEnd())) {
        continue;
      }
      if (!asks(provision, year)) {
        break;
      }
      first = year.fiscalYearEnd();
    }
    return first;
  }

  private static boolean asks(Provision provision, FilerYearBasis year) {
    return switch (provision) {
      case SECTION_404A -> year.management404a();
      case SECTION_404B -> year.auditor404b();
      case SECTION_302, SECTION_409, SECTION_802_1519, SECTION_802_1520, SECTION_906 ->
          throw new IllegalArgumentException(provision + " does not go by filer status");
    };
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
