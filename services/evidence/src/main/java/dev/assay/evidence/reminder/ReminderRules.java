package dev.assay.evidence.reminder;

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
class ReminderRules {

  private static final String FILE = "/rules/evidence-reminder.json";

  private final List<ReminderRule> rules;

  ReminderRules(ObjectMapper json) {
    try (InputStream in = ReminderRules.class.getResourceAsStream(FILE)) {
      rules = json.readValue(Objects.requireNonNull(in, FILE), new TypeReference<>() {});
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
  }

  /** The rule set in force on a day; before the first one the first one. */
  ReminderRule on(LocalDate day) {
    return rules.stream()
        .filter(rule -> rule.inForceOn(day))
        .max(Comparator.comparing(ReminderRule::effectiveFrom))
        .orElse(rules.getFirst());
  }
}
