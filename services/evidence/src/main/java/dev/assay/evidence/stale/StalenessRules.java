package dev.assay.evidence.stale;

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

/** The dated rule sets that this release ships. */
@Startup
@ApplicationScoped
class StalenessRules {

  private static final String FILE = "/rules/evidence-staleness.json";

  private final List<StalenessRule> rules;

  StalenessRules(ObjectMapper json) {
    try (InputStream in = StalenessRules.class.getResourceAsStream(FILE)) {
      rules = json.readValue(Objects.requireNonNull(in, FILE), new TypeReference<>() {});
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
  }

  /** The rule set in force on a day; before the first one the first one. */
  StalenessRule on(LocalDate day) {
    return rules.stream()
        .filter(rule -> rule.inForceOn(day))
        .max(Comparator.comparing(StalenessRule::effectiveFrom))
        .orElse(rules.getFirst());
  }
}
