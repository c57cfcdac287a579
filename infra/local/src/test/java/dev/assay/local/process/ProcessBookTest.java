package dev.assay.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessBookTest {
  @TempDir Path folder;

  private ProcessBook book() {
    return new ProcessBook(folder.resolve("run"));
  }

  @AfterEach
  void stopAll() {
    book().stopAll();
  }

  private Command command(String name, Stage stage, String... line) {
    return new Command(
        name, List.of(line), Map.of(), folder, folder.resolve(name + ".log"), StopWith.TERM, stage);
  }

  @Test
  void laterLauncherStopsWhatAnEarlierOneStarted() {
    var process = book().start(command("part", Stage.SERVICE, "sleep", "600"));

    List<String> stopped = book().stopAll();

    assertThat(stopped).containsExactly("part");
    assertThat(ProcessMark.of(process.pid())).isEmpty();
    assertThat(book().recorded()).isEmpty();
  }

  @Test
  void leavesStrangerWithTheSameNumberAlone() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.createDirectories(folder.resolve("run"));
      Files.writeString(
          folder.resolve("run/part.pid"), stranger.pid() + "\n1@an-earlier-boot\nTERM\nSERVICE\n");

      List<String> stopped = book().stopAll();

      assertThat(stopped).isEmpty();
      assertThat(stranger.isAlive()).isTrue();
      assertThat(folder.resolve("run/part.pid")).doesNotExist();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void killsWhatDoesNotAnswerTheSignal() throws Exception {
    var deaf =
        book()
            .start(
                command(
                    "deaf",
                    Stage.SERVICE,
                    "bash",
                    "-c",
                    "trap '' TERM; echo on; while :; do sleep 1; done"));
    deaf.awaitReady(
        Duration.ofSeconds(10), () -> Files.readString(folder.resolve("deaf.log")).contains("on"));

    book().stop("deaf", Duration.ofMillis(200));

    assertThat(ProcessMark.of(deaf.pid())).isEmpty();
  }

  @Test
  void stopsUsersBeforeWhatTheyUse() throws Exception {
    Path order = folder.resolve("order");
    String script =
        "trap 'echo %s >> " + order + "; exit 0' TERM; echo on; while :; do sleep 0.05; done";
    for (Stage stage : List.of(Stage.MONITOR, Stage.SERVICE, Stage.PLATFORM)) {
      String name = stage.name().toLowerCase(java.util.Locale.ROOT);
      book()
          .start(command(name, stage, "bash", "-c", script.formatted(name)))
          .awaitReady(
              Duration.ofSeconds(10),
              () -> Files.readString(folder.resolve(name + ".log")).contains("on"));
    }

    book().stopAll();

    assertThat(order).hasContent("service\nplatform\nmonitor");
  }

  @Test
  void saysWhichPartStoppedAndItsLastLines() {
    var process =
        book()
            .start(command("tenants", Stage.SERVICE, "bash", "-c", "echo 'no such table'; exit 7"));

    assertThatThrownBy(() -> process.awaitReady(Duration.ofSeconds(10), () -> false))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.CRASHED))
        .hasMessageContaining("tenants stopped by itself with exit code 7")
        .hasMessageContaining("no such table");
  }

  @Test
  void saysThatPartIsNotReadyInTime() {
    var process = book().start(command("rgw", Stage.SERVICE, "sleep", "600"));

    assertThatThrownBy(() -> process.awaitReady(Duration.ofMillis(300), () -> false))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("rgw was not ready after");
  }

  @Test
  void startsNothingOnceItIsClosed() {
    var book = book();
    book.close();

    assertThatThrownBy(() -> book.start(command("late", Stage.SERVICE, "sleep", "600")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void ignoresRecordThatACrashLeftHalfWritten() throws Exception {
    Files.createDirectories(folder.resolve("run"));
    Files.writeString(folder.resolve("run/part.pid"), "12");

    assertThat(book().recorded()).isEmpty();
  }

  @Test
  void readsStartTimeOfProcessWhoseNameHoldsSpacesAndParentheses() throws Exception {
    Path odd = folder.resolve("a (b) c");
    Files.copy(Path.of("/bin/sleep").toRealPath(), odd);
    assertThat(odd.toFile().setExecutable(true)).isTrue();
    Process process = new ProcessBuilder(odd.toString(), "600").start();
    try {
      assertThat(ProcessMark.of(process.pid()))
          .hasValueSatisfying(m -> assertThat(m.alive()).isTrue());
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(ProcessMark.of(process.pid())).isEmpty();
  }
}
