package dev.assay.local.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one stack keeps everything: a repository to build from, a state folder of its own, ports of
 * its own.
 *
 * @param home the folder {@code .assay}; unpacked distributions and built services in it are shared
 *     by all stacks
 */
public record Layout(Path repository, Path home, Path state, Ports ports) {
  public static final long NEEDED_BYTES = 10_000_000_000L;

  public Layout {
    repository = repository.toAbsolutePath().normalize();
    home = home.toAbsolutePath().normalize();
    state = state.toAbsolutePath().normalize();
  }

  /**
   * The stack of {@code ./assay up}: state in {@code .assay}, or in the folder that ASSAY_HOME
   * names.
   */
  public static Layout standard(Path repository) {
    String moved = System.getenv().getOrDefault("ASSAY_HOME", "");
    Path home = moved.isBlank() ? repository.resolve(".assay") : Path.of(moved);
    return new Layout(repository, home, home, new Ports(0));
  }

  /**
   * A stack that runs beside the standard one; {@code name} becomes its folder under {@code
   * .assay}.
   */
  public Layout beside(String name, int portsOffset) {
    return new Layout(repository, home, home.resolve(name), new Ports(portsOffset));
  }

  /** The repository that holds the working folder. */
  public static Path findRepository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("infra/postgres/service-database.sql"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new Refusal(Exit.USAGE, "This folder is not inside Assay's repository.");
      }
      folder = parent;
    }
    return folder;
  }

  public Path tools() {
    return home.resolve("tools");
  }

  public Path data(String part) {
    return state.resolve("data").resolve(part);
  }

  public Path run() {
    return state.resolve("run");
  }

  public Path log(String part) {
    return state.resolve("logs").resolve(part + ".log");
  }

  /** Makes the folders and refuses when their disk has less free space than {@code neededBytes}. */
  public void prepare(long neededBytes) {
    try {
      for (Path folder :
          new Path[] {state, tools(), run(), state.resolve("data"), state.resolve("logs")}) {
        Files.createDirectories(folder);
      }
      FileStore disk = Files.getFileStore(state);
      if (disk.getUsableSpace() < neededBytes) {
        throw new Refusal(
            Exit.DISK_FULL,
            "The stack needs %.1f GB of free disk for %s, and only %.1f GB are free: make room, or set ASSAY_HOME to a folder on another disk."
                .formatted(neededBytes / 1e9, state, disk.getUsableSpace() / 1e9));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the state folder " + state, e);
    }
  }
}
