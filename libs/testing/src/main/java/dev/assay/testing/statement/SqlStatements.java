package dev.assay.testing.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.stack.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements that PostgreSQL ran for the service, as its own log has them: nothing that reaches
 * the database can hide from it. Begin, commit and rollback do not count, nor do the empty
 * statements by which the pool asks whether an idle connection lives; binding the scope does.
 */
public final class SqlStatements {

  private static final Pattern STATEMENT =
      Pattern.compile("^@([^@]*)@ LOG: {2}(?:statement|execute [^:]*): (.*)$");
  private static final Pattern TRANSACTION =
      Pattern.compile("(?i)^(begin|commit|rollback|set session characteristics|set |show ).*");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private SqlStatements() {}

  /** The service's statements while {@code work} ran, first lines only, in order. */
  public static List<String> during(Runnable work) {
    String begin = mark();
    work.run();
    String end = mark();
    List<String> lines = await(end);
    List<String> statements = new ArrayList<>();
    boolean inside = false;
    for (String line : lines) {
      if (line.contains(begin)) {
        inside = true;
      } else if (line.contains(end)) {
        break;
      } else if (inside) {
        Matcher statement = STATEMENT.matcher(line);
        if (statement.matches()
            && statement.group(1).startsWith(TestDatabase.service() + "_")
            && !statement.group(2).isBlank()
            && !TRANSACTION.matcher(statement.group(2)).matches()) {
          statements.add(statement.group(2));
        }
      }
    }
    return statements;
  }

  /** Fails, and lists them, when {@code work} takes more statements than this. */
  public static void atMost(int most, Runnable work) {
    List<String> statements = during(work);
    assertThat(statements)
        .as("SQL statements:%n%s", String.join("\n", statements))
        .hasSizeLessThanOrEqualTo(most);
  }

  private static String mark() {
    String mark = "mark-" + UUID.randomUUID();
    try (var superuser = TestDatabase.superuser();
        var statement = superuser.createStatement()) {
      statement.execute("select '" + mark + "'");
    } catch (SQLException failed) {
      throw new IllegalStateException("PostgreSQL's log could not be marked", failed);
    }
    return mark;
  }

  private static List<String> await(String mark) {
    Instant until = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        List<String> lines = Files.readAllLines(TestDatabase.log(), StandardCharsets.UTF_8);
        if (lines.stream().anyMatch(line -> line.contains(mark))) {
          return lines;
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
      if (Instant.now().isAfter(until)) {
        throw new IllegalStateException("PostgreSQL's log shows no statements");
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
