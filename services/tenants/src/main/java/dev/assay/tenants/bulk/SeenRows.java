package dev.assay.tenants.bulk;

import static dev.assay.tenants.TenantsProblem.IDENTIFIER_TAKEN;
import static dev.assay.tenants.TenantsProblem.IMPORT_ROW_CONTRADICTS;
import static dev.assay.tenants.TenantsProblem.INDEPENDENCE_BROKEN;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Role.Side;
import dev.assay.tenants.client.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the rows above said, so that a row that repeats or contradicts them is found in whatever
 * batch it comes. Rows that were not taken said nothing.
 */
final class SeenRows {

  /** What a row is, next to those above. */
  sealed interface Verdict {
    /** Nothing above says anything about it. */
    record New() implements Verdict {}

    /** The same was said above. */
    record Repeated() implements Verdict {}

    /** It cannot be true together with a row above. */
    record Contradiction(ProblemException problem) implements Verdict {}
  }

  private record Someone(String key, String subject) {}

  private static final Verdict NEW = new Verdict.New();
  private static final Verdict REPEATED = new Verdict.Repeated();

  private final @Nullable SeenRows above;
  private final List<ImportRow> rows = new ArrayList<>();
  private final Map<String, ImportRow.OfClient> clients = new HashMap<>();
  private final Set<Identifier> identifiers = new HashSet<>();
  private final Set<String> personRows = new HashSet<>();
  private final Map<Someone, ImportRow.OfPerson> people = new HashMap<>();
  private final Map<String, Side> sides = new HashMap<>();

  /** Nothing seen yet. */
  SeenRows() {
    this(null);
  }

  private SeenRows(@Nullable SeenRows above) {
    this.above = above;
  }

  /** What was seen so far, and what a batch adds to it, which may still come to nothing. */
  SeenRows tentatively() {
    return new SeenRows(this);
  }

  /** What was tentative holds. */
  void keep() {
    if (above != null) {
      rows.forEach(above::taken);
    }
  }

  /** The row above that brought this client, if one did. */
  Optional<ImportRow.OfClient> client(String key) {
    return find(seen -> seen.clients.get(key));
  }

  private <T> Optional<T> find(Function<SeenRows, @Nullable T> look) {
    T own = look.apply(this);
    return own != null || above == null ? Optional.ofNullable(own) : above.find(look);
  }

  Verdict judge(ImportRow.OfClient row) {
    Optional<ImportRow.OfClient> before = client(row.key());
    if (before.isPresent()) {
      return before.get().sha256().equals(row.sha256())
          ? REPEATED
          : contradicts("Row %d has this key and says otherwise.".formatted(before.get().number()));
    }
    Set<Identifier> own = new HashSet<>();
    for (Identifier identifier : row.identifiers()) {
      boolean taken = find(seen -> seen.identifiers.contains(identifier) ? seen : null).isPresent();
      if (taken || !own.add(identifier)) {
        return new Verdict.Contradiction(
            ProblemException.of(
                IDENTIFIER_TAKEN, "A row above, or this one itself, has it already."));
      }
    }
    return NEW;
  }

  Verdict judge(ImportRow.OfPerson row) {
    if (find(seen -> seen.personRows.contains(row.sha256()) ? seen : null).isPresent()) {
      return REPEATED;
    }
    String subject = row.person().subject();
    Optional<ImportRow.OfPerson> before =
        find(seen -> seen.people.get(new Someone(row.key(), subject)));
    if (before.isPresent() && !before.get().person().equals(row.person())) {
      return contradicts("Row %d says otherwise of this person.".formatted(before.get().number()));
    }
    Side side = sideOf(row);
    return side == null
            || find(seen -> seen.sides.get(subject)).map(known -> known == side).orElse(true)
        ? NEW
        : new Verdict.Contradiction(
            ProblemException.of(INDEPENDENCE_BROKEN, "A row above has them on the other side."));
  }

  private static Verdict contradicts(String detail) {
    return new Verdict.Contradiction(ProblemException.of(IMPORT_ROW_CONTRADICTS, detail));
  }

  /** Takes note of a row that was taken, now or in an earlier part of the same import. */
  void taken(ImportRow row) {
    if (above != null) {
      rows.add(row);
    }
    switch (row) {
      case ImportRow.OfClient client -> {
        clients.putIfAbsent(client.key(), client);
        identifiers.addAll(client.identifiers());
      }
      case ImportRow.OfPerson person -> {
        personRows.add(person.sha256());
        people.putIfAbsent(new Someone(person.key(), person.person().subject()), person);
        Side side = sideOf(person);
        if (side != null) {
          sides.putIfAbsent(person.person().subject(), side);
        }
      }
      case ImportRow.Unusable unusable -> {
        // It said nothing.
      }
    }
  }

  private static @Nullable Side sideOf(ImportRow.OfPerson row) {
    return row.grant() == null ? null : row.grant().role().side();
  }
}
