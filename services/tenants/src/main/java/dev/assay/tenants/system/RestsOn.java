package dev.assay.tenants.system;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which system rests on which, as a client's newest versions have it: runs on it or stores data in
 * it, which together lead nowhere back.
 *
 * @param edges a system to those that it rests on
 */
record RestsOn(Map<UUID, Set<UUID>> edges) {

  /** Whether the system would rest on itself if it rested on these. */
  boolean leadsBackTo(UUID system, Collection<UUID> its) {
    Deque<UUID> open = new ArrayDeque<>(its);
    Set<UUID> seen = new HashSet<>();
    while (!open.isEmpty()) {
      UUID next = open.pop();
      if (next.equals(system)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(edges.getOrDefault(next, Set.of()));
      }
    }
    return false;
  }
}
