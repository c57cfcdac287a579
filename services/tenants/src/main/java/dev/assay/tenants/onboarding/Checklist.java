package dev.assay.tenants.onboarding;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a client is there, out of all that must be.
 *
 * @param done the items that are there
 */
public record Checklist(Set<ChecklistItem> done) {

  public Checklist {
    done = Set.copyOf(done);
  }

  /** Which items follow from what is known of a client and who works for it. */
  static Checklist of(ClientFacts facts) {
    var done = EnumSet.noneOf(ChecklistItem.class);
    for (ChecklistItem item : ChecklistItem.values()) {
      boolean there =
          switch (item) {
            case FISCAL_YEAR_END -> facts.fiscalYearEnd();
            case TIME_ZONE -> facts.timeZone();
            case IDENTIFIER -> facts.identifier();
            case FILER_STATUS -> facts.filerStatus();
            case IN_SCOPE_SYSTEM -> facts.system();
            case SYSTEM_OWNER -> facts.owner();
            case EXECUTIVE -> facts.executive();
            case TECHNICIAN -> !facts.technicians().isEmpty();
            case INDEPENDENT_REVIEWER -> reviewedByAnother(facts);
          };
      if (there) {
        done.add(item);
      }
    }
    return new Checklist(done);
  }

  /** Some reviewer is left for the work of some technician; any will do where there is none yet. */
  private static boolean reviewedByAnother(ClientFacts facts) {
    return facts.reviewers().stream()
        .anyMatch(
            reviewer ->
                facts.technicians().isEmpty()
                    || facts.technicians().stream().anyMatch(other -> !other.equals(reviewer)));
  }

  /** What is still missing, in the order in which it is usually brought about. */
  public List<ChecklistItem> missing() {
    return Stream.of(ChecklistItem.values()).filter(item -> !done.contains(item)).toList();
  }
}
