package dev.assay.tenants.escalation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tries every sequence of calls, shortest first, until one leads where nobody should get. */
final class Search {

  /** How one gets there. */
  record Path(State end, List<Call> calls) {

    Path then(Call call, State state) {
      List<Call> more = new ArrayList<>(calls);
      more.add(call);
      return new Path(state, List.copyOf(more));
    }
  }

  private final Model model;
  private int states;

  Search(Model model) {
    this.model = model;
  }

  /** The shortest way from this state to one that is wrong, of at most so many calls. */
  Optional<Path> find(State from, Set<Somebody> actors, int most, Predicate<State> wrong) {
    Set<State> seen = new HashSet<>(Set.of(from));
    List<Path> reached = List.of(new Path(from, List.of()));
    for (int calls = 1; calls <= most; calls++) {
      List<Path> next = new ArrayList<>();
      for (Path path : reached) {
        for (Call call : model.calls(path.end(), actors)) {
          Optional<State> after = model.after(path.end(), call);
          if (after.isPresent() && seen.add(after.get())) {
            Path longer = path.then(call, after.get());
            if (wrong.test(after.get())) {
              return Optional.of(longer);
            }
            next.add(longer);
          }
        }
      }
      reached = next;
    }
    states += seen.size();
    return Optional.empty();
  }

  /** How many different states searches without a find went through. */
  int states() {
    return states;
  }
}
