package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Progress;
import dev.assay.local.layout.Refusal;
import dev.assay.local.process.Command;
import dev.assay.local.process.OwnedProcess;
import dev.assay.local.process.ProcessBook;
import dev.assay.local.process.Stage;
import dev.assay.local.process.StopWith;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
  @TempDir Path run;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private ProcessBook book() {
    return new ProcessBook(run);
  }

  private OwnedProcess start(String name) {
    return book()
        .start(
            new Command(
                name,
                List.of("sleep", "600"),
                Map.of(),
                run,
                run.resolve(name + ".log"),
                StopWith.TERM,
                Stage.SERVICE));
  }

  private void clear() {
    try (var progress = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8))) {
      new Leftovers(run, book()).clear(progress);
    }
  }

  @AfterEach
  void stopAll() {
    book().stopAll();
  }

  @Test
  void refusesToDisturbDetachedStack() {
    var part = start("tenants");
    new Leftovers(run, book()).markDetached();

    assertThatThrownBy(this::clear)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.ALREADY_RUNNING));
    assertThat(part.alive()).isTrue();
  }

  @Test
  void stopsOrphansOfKilledLauncherAndSaysSo() throws Exception {
    var part = start("tenants");

    clear();

    part.onExit().join();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("stopped what was left of it: tenants");
    assertThat(book().recorded()).isEmpty();
  }

  @Test
  void stopsDetachedStackThatLostAPartAndNamesThePart() throws Exception {
    var lost = start("evidence");
    start("tenants");
    new Leftovers(run, book()).markDetached();
    new ProcessBuilder("bash", "-c", "kill -9 " + lost.pid()).start().waitFor();
    lost.onExit().join();

    clear();

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("(gone: evidence)")
        .contains("tenants");
  }

  @Test
  void saysNothingAboutRecordsOfProcessesThatAreGoneAnyway() throws Exception {
    var part = start("tenants");
    new ProcessBuilder("bash", "-c", "kill -9 " + part.pid()).start().waitFor();
    part.onExit().join();

    clear();

    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(book().recorded()).isEmpty();
  }

  @Test
  void secondLauncherIsRefusedWhileTheFirstHoldsTheFolder() {
    try (var _ = StackLock.take(run)) {
      assertThatThrownBy(() -> StackLock.take(run))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.ALREADY_RUNNING));
    }
    StackLock.take(run).close();
  }
}
