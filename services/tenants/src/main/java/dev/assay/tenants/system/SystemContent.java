package dev.assay.tenants.system;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A system as one version puts it: what is said of it, and on which other systems it rests. */
record SystemContent(SystemDescription description, Set<UUID> runsOn, Set<UUID> storesDataIn) {

  SystemContent {
    runsOn = Set.copyOf(runsOn);
    storesDataIn = Set.copyOf(storesDataIn);
  }

  static SystemContent of(SystemRequest request) {
    return new SystemContent(
        SystemDescription.of(request),
        Set.copyOf(request.runsOnSystems()),
        Set.copyOf(request.storesDataInSystems()));
  }

  /** Every system that this one rests on. */
  Set<UUID> restsOn() {
    return Stream.concat(runsOn.stream(), storesDataIn.stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  boolean meansTheSameForScopeAs(SystemContent other) {
    return description.meansTheSameForScopeAs(other.description)
        && runsOn.equals(other.runsOn)
        && storesDataIn.equals(other.storesDataIn);
  }
}
