package dev.assay.evidence.sealing;

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
class RetentionRules {

  private static final String FILE = "/rules/evidence-retention.json";

  private final List<RetentionRule> rules;

  RetentionRules(ObjectMapper json) {
    try (InputStream in = RetentionRules.class.getResourceAsStream(FILE)) {
      rules = json.readValue(Objects.requireNonNull(in, FILE), new TypeReference<>() {});
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
  }

  /** The rule in force on a day; before the first one the first one. */
  RetentionRule on(LocalDate day) {
    return rules.stream()
        .filter(rule -> !rule.inForceFrom().isAfter(day))
        .max(Comparator.comparing(RetentionRule::inForceFrom))
        .orElse(rules.getFirst());
  }
}
