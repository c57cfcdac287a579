package dev.assay.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A process that this state folder started: enough to recognise it and to stop it rightly, by any
 * later launcher.
 */
public record Recorded(String name, ProcessMark mark, StopWith signal, Stage stage) {
  private static final String SUFFIX = ".pid";

  public boolean alive() {
    return mark.alive();
  }

  public long pid() {
    return mark.pid();
  }

  void write(Path folder) {
    try {
      Path made = folder.resolve(name + SUFFIX + ".new");
      Files.writeString(
          made, "%d\n%s\n%s\n%s\n".formatted(mark.pid(), mark.start(), signal, stage));
      Files.move(made, folder.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forget(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(name + SUFFIX));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty for any other file, and for one that a crash left half written. */
  static Optional<Recorded> read(Path file) {
    String fileName = file.getFileName().toString();
    if (!fileName.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    try {
      var lines = Files.readAllLines(file);
      return Optional.of(
          new Recorded(
              fileName.substring(0, fileName.length() - SUFFIX.length()),
              new ProcessMark(Long.parseLong(lines.get(0)), lines.get(1)),
              StopWith.valueOf(lines.get(2)),
              Stage.valueOf(lines.get(3))));
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
