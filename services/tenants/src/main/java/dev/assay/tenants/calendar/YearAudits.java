package dev.assay.tenants.calendar;

import dev.assay.tenants.calendar.year.FiscalYearLabel;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class YearAudits implements PanacheRepositoryBase<YearAudit, UUID> {

  /** All that was recorded of a year's audit, oldest first. */
  List<YearAudit> of(FiscalYearLabel year) {
    return list("fiscalYear = ?1 order by number", year.toString());
  }

  /** What counts of each of these years, as far as something was recorded. */
  Map<FiscalYearLabel, YearAudit> latest(Collection<FiscalYearLabel> years) {
    return latestOf(
        list(
            "fiscalYear in ?1 order by fiscalYear, number",
            years.stream().map(FiscalYearLabel::toString).toList()));
  }

  /** The years whose audit concluded, as far as is known now. */
  Set<FiscalYearLabel> concluded() {
    return latestOf(list("order by fiscalYear, number")).entrySet().stream()
        .filter(year -> year.getValue().auditConcludedOn != null)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<FiscalYearLabel, YearAudit> latestOf(List<YearAudit> byNumber) {
    return byNumber.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                YearAudit::year, Function.identity(), (earlier, later) -> later));
  }
}
