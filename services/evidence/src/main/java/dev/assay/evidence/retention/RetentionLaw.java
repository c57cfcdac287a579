package dev.assay.evidence.retention;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The dated rule sets of the law that this release ships. */
@Startup
@ApplicationScoped
class RetentionLaw {

  private static final String FILE = "/rules/retention-law.json";

  private final List<LawRuleSet> sets;

  RetentionLaw(ObjectMapper json) {
    try (InputStream in = RetentionLaw.class.getResourceAsStream(FILE)) {
      List<LawRuleSet> read =
          json.readValue(Objects.requireNonNull(in, FILE), new TypeReference<>() {});
      sets = read.stream().sorted(Comparator.comparing(LawRuleSet::effectiveFrom)).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
  }

  /** The law in force on a day; before the first one the first one: older records are kept too. */
  LawRuleSet on(LocalDate day) {
    return sets.stream()
        .filter(set -> set.isInForceOn(day))
        .reduce((_, later) -> later)
        .orElse(sets.getFirst());
  }
}
