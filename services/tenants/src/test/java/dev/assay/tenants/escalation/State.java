package dev.assay.tenants.escalation;

import dev.assay.tenancy.permission.Role;
import dev.assay.tenancy.permission.Role.Side;
import dev.assay.tenants.directory.RoleHolder;
import dev.assay.tenants.directory.RolesInPlace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which grants there are, and on which side each person was first put. Two grants that say the same
 * are one here: a second one gives nobody anything.
 */
final class State {

  private final Set<Given> grants;
  private final Map<Somebody, Side> sides;
  private final Set<Somebody> glassBrokenBy;
  private final int hash;
  private final Map<Somebody, Map<Place, Set<Role>>> roles = new EnumMap<>(Somebody.class);

  private State(Set<Given> grants, Map<Somebody, Side> sides, Set<Somebody> glassBrokenBy) {
    this.grants = grants;
    this.sides = sides;
    this.glassBrokenBy = glassBrokenBy;
    this.hash = Objects.hash(grants, sides, glassBrokenBy);
  }

  Set<Given> grants() {
    return grants;
  }

  Map<Somebody, Side> sides() {
    return sides;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof State state
        && hash == state.hash
        && grants.equals(state.grants)
        && sides.equals(state.sides)
        && glassBrokenBy.equals(state.glassBrokenBy);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  static State of(Given... grants) {
    State state = new State(Set.of(), Map.of(), Set.of());
    for (Given given : grants) {
      state = state.with(given);
    }
    return state;
  }

  State with(Given made) {
    Set<Given> more = new HashSet<>(grants);
    more.add(made);
    Map<Somebody, Side> taken = new EnumMap<>(Somebody.class);
    taken.putAll(sides);
    if (made.place() != Place.PLATFORM) {
      taken.putIfAbsent(made.holder(), made.role().side());
    }
    return new State(Set.copyOf(more), Map.copyOf(taken), glassBrokenBy);
  }

  State changed(Given before, Given after) {
    Set<Given> other = new HashSet<>(grants);
    other.remove(before);
    other.add(after);
    return new State(Set.copyOf(other), sides, glassBrokenBy);
  }

  State brokenBy(Somebody somebody) {
    Set<Somebody> more = new HashSet<>(glassBrokenBy);
    more.add(somebody);
    return new State(grants, sides, Set.copyOf(more));
  }

  Set<Role> rolesOf(Somebody somebody, Place place) {
    return roles
        .computeIfAbsent(somebody, any -> new EnumMap<>(Place.class))
        .computeIfAbsent(place, any -> reckonedRoles(somebody, place));
  }

  private Set<Role> reckonedRoles(Somebody somebody, Place place) {
    List<RolesInPlace.Held> held = new ArrayList<>();
    for (Given given : grants) {
      if (given.holder() == somebody && given.inForce()) {
        held.add(
            new RolesInPlace.Held(given.place().mspId(), given.place().clientId(), given.role()));
      }
    }
    if (glassBrokenBy.contains(somebody)) {
      held.add(new RolesInPlace.Held(Place.MSP_ID, Place.CLIENT_ID, Role.BREAK_GLASS));
    }
    return RolesInPlace.of(place.asked(), Place.MSP_ID, held);
  }

  boolean anyInForce(Role role, Place place, Somebody except) {
    return grants.stream()
        .anyMatch(
            given ->
                given.role() == role
                    && given.place() == place
                    && given.holder() != except
                    && given.inForce());
  }

  /** Everybody who may decide on some line of a review of this place. */
  List<RoleHolder> holders(Place place) {
    Map<String, RoleHolder> holders = new HashMap<>();
    for (Given given : grants) {
      if (given.inForce() && (given.place() == place || given.place().compareTo(place) < 0)) {
        holders.put(
            given.holder() + " " + given.role(),
            new RoleHolder(given.holder().name(), given.role()));
      }
    }
    return List.copyOf(holders.values());
  }
}
