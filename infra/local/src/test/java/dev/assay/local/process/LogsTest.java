package dev.assay.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
  @TempDir Path folder;

  @Test
  void gistHoldsMessagesOfThisStartWithoutStackFrames() throws Exception {
    Path log = folder.resolve("part.log");
    Files.writeString(log, "from yesterday\n");
    long start = Files.size(log);
    Files.writeString(
        log,
        """
        from yesterday
        Failed to start
        \tat dev.assay.Some.thing(Some.java:1)
        Caused by: no such table
        \t... 12 more
        """);

    assertThat(Logs.gist(log, start, 15)).isEqualTo("Failed to start\nCaused by: no such table");
  }

  @Test
  void tailHoldsTheLastLines() throws Exception {
    Path log = folder.resolve("part.log");
    Files.writeString(log, "one\ntwo\nthree\n");

    assertThat(Logs.tail(log, 2)).isEqualTo("two\nthree");
  }
}
