package dev.assay.readiness.year;

import dev.assay.readiness.blocker.ProgrammeFact;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that the views of one client's year are made from.
 *
 * @param openGroups groups of deficiencies that together are a material weakness
 * @param people display names of those who may own a control
 */
public record YearFacts(
    UUID clientId,
    int fiscalYear,
    FiscalCalendar calendar,
    List<YearControl> controls,
    List<ProgrammeFact> programme,
    List<String> openGroups,
    Map<UUID, String> people,
    List<SourceRead> sources) {

  public YearFacts {
    controls = List.copyOf(controls);
    programme = List.copyOf(programme);
    openGroups = List.copyOf(openGroups);
    people = Map.copyOf(people);
    sources = List.copyOf(sources);
  }
}
