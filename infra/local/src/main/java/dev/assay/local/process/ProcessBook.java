package dev.assay.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Starts processes, remembers them across launchers, and stops those and no others. */
public final class ProcessBook {
  /** Keycloak writes its class archive at the end of its first run. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Path folder;
  private boolean closed;

  public ProcessBook(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts a command in a session of its own, so that Ctrl-C in the terminal reaches the launcher
   * only, which then stops the parts in order.
   */
  public synchronized OwnedProcess start(Command command) {
    if (closed) {
      throw new IllegalStateException(
          "The stack is stopping: " + command.name() + " is not started");
    }
    var line = new ArrayList<String>();
    line.add("setsid");
    line.addAll(command.line());
    try {
      Files.createDirectories(folder);
      Files.createDirectories(command.log().toAbsolutePath().getParent());
      var builder =
          new ProcessBuilder(line)
              .directory(command.folder().toFile())
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
      builder.environment().putAll(command.environment());
      long logStart = Logs.size(command.log());
      Process process = builder.start();
      Optional<ProcessMark> mark = ProcessMark.of(process.pid());
      mark.ifPresent(
          m -> new Recorded(command.name(), m, command.signal(), command.stage()).write(folder));
      return new OwnedProcess(command, process, logStart);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + command.name(), e);
    }
  }

  /** Records the running launcher itself, so that {@code down} finds it. */
  public void recordSelf(String name) {
    ProcessMark.of(ProcessHandle.current().pid())
        .ifPresent(m -> new Recorded(name, m, StopWith.TERM, Stage.SERVICE).write(folder));
  }

  public Optional<Recorded> find(String name) {
    return Recorded.read(folder.resolve(name + ".pid"));
  }

  public void forget(String name) {
    find(name).ifPresent(recorded -> recorded.forget(folder));
  }

  /** Everything recorded, dead or alive, but this launcher. */
  public List<Recorded> recorded() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted()
          .flatMap(file -> Recorded.read(file).stream())
          .filter(recorded -> recorded.pid() != ProcessHandle.current().pid())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets nothing start any more, then stops all that is recorded, users before what they use. */
  public void close() {
    synchronized (this) {
      closed = true;
    }
    stopAll();
  }

  /**
   * Stops all that is recorded and alive, users before what they use; returns the names that were
   * alive.
   */
  public List<String> stopAll() {
    var all = recorded();
    var stopped = new ArrayList<String>();
    for (Stage stage : Stage.values()) {
      var group = all.stream().filter(r -> r.stage() == stage).toList();
      group.stream().filter(Recorded::alive).map(Recorded::name).forEach(stopped::add);
      stop(group, PATIENCE);
    }
    return stopped;
  }

  public void stop(String name, Duration patience) {
    find(name).ifPresent(recorded -> stop(List.of(recorded), patience));
  }

  /**
   * Asks each, waits, then kills: a stranger under the same number is left alone, for its start
   * time differs.
   */
  void stop(List<Recorded> group, Duration patience) {
    group.forEach(recorded -> signal(recorded, recorded.signal().name()));
    long deadline = System.nanoTime() + patience.toNanos();
    while (group.stream().anyMatch(Recorded::alive) && System.nanoTime() < deadline) {
      pause();
    }
    group.forEach(recorded -> signal(recorded, "KILL"));
    while (group.stream().anyMatch(Recorded::alive)) {
      pause();
    }
    group.forEach(recorded -> recorded.forget(folder));
  }

  /** Not a sleep: an interrupt must not leave the stack half stopped. */
  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(25).toNanos());
  }

  private static void signal(Recorded recorded, String signal) {
    if (!recorded.alive()) {
      return;
    }
    try {
      // The shell's own kill: the program of that name is not on every machine.
      new ProcessBuilder("bash", "-c", "kill -" + signal + " " + recorded.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
