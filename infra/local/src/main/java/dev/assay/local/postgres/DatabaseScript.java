package dev.assay.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One of the files of {@code infra/postgres}, rendered: what runs for the cluster, then what runs
 * inside the database.
 */
record DatabaseScript(List<String> cluster, List<String> database) {
  private static final Pattern INSIDE = Pattern.compile("(?m)^-- ;; database$");
  private static final Pattern SEPARATOR = Pattern.compile("(?m)^-- ;;$");

  static DatabaseScript read(String file, Map<String, String> values) {
    try (var in = DatabaseScript.class.getResourceAsStream("/infra/postgres/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      return render(new String(in.readAllBytes(), StandardCharsets.UTF_8), values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DatabaseScript render(String text, Map<String, String> values) {
    String rendered = text;
    for (var value : values.entrySet()) {
      rendered = rendered.replace("${" + value.getKey() + "}", value.getValue());
    }
    String[] parts = INSIDE.split(rendered, -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(
          "A database script has exactly one line \"-- ;; database\"");
    }
    return new DatabaseScript(statements(parts[0]), statements(parts[1]));
  }

  private static List<String> statements(String part) {
    return Stream.of(SEPARATOR.split(part, -1))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }
}
