package dev.assay.tenants.applicability;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which provision binds which kind, as the law stands from one day to another, both included.
 *
 * @param ruleSet the name that answers cite
 * @param since the day from which each provision binds anybody
 * @param anyone what binds whoever it is
 * @param kinds what binds each kind: every provision of every kind
 */
record ApplicabilityTable(
    String ruleSet,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    String source,
    Map<Provision, LocalDate> since,
    Map<Provision, TableEntry> anyone,
    Map<EntityKind, Map<Provision, TableEntry>> kinds) {

  private static final String RESOURCE = "/rules/applicability.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private static final List<ApplicabilityTable> PUBLISHED = read();

  ApplicabilityTable {
    since = Map.copyOf(since);
    anyone = Map.copyOf(anyone);
    kinds = Map.copyOf(kinds);
    Set<Provision> every = EnumSet.allOf(Provision.class);
    if (!since.keySet().equals(every) || !kinds.keySet().equals(EnumSet.allOf(EntityKind.class))) {
      throw new IllegalArgumentException(ruleSet + " leaves out a provision or a kind");
    }
    kinds.forEach(
        (kind, entries) -> {
          if (!entries.keySet().equals(every)) {
            throw new IllegalArgumentException(ruleSet + " leaves out a provision of " + kind);
          }
        });
  }

  /** The table that holds on this day; empty when none does. */
  static Optional<ApplicabilityTable> inForceOn(LocalDate day) {
    return PUBLISHED.stream()
        .filter(table -> !day.isBefore(table.effectiveFrom))
        .filter(table -> table.effectiveTo == null || !day.isAfter(table.effectiveTo))
        .findFirst();
  }

  /** The day on which the first table begins. */
  static LocalDate begin() {
    return PUBLISHED.getFirst().effectiveFrom;
  }

  TableEntry entry(EntityKind kind, Provision provision) {
    return entryIn(kinds.getOrDefault(kind, Map.of()), provision);
  }

  Optional<TableEntry> ofAnyone(Provision provision) {
    return Optional.ofNullable(anyone.get(provision));
  }

  LocalDate sinceOf(Provision provision) {
    LocalDate found = since.get(provision);
    if (found == null) {
      throw new IllegalArgumentException(ruleSet + " leaves out " + provision);
    }
    return found;
  }

  private TableEntry entryIn(Map<Provision, TableEntry> entries, Provision provision) {
    TableEntry found = entries.get(provision);
    if (found == null) {
      throw new IllegalArgumentException(ruleSet + " leaves out " + provision);
    }
    return found;
  }

  private static List<ApplicabilityTable> read() {
    try (InputStream data = ApplicabilityTable.class.getResourceAsStream(RESOURCE)) {
      if (data == null) {
        throw new IllegalStateException("missing table: " + RESOURCE);
      }
      return JSON.readValue(data, new TypeReference<>() {});
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
