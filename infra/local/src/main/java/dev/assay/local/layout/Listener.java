package dev.assay.local.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names the process that listens on a port, as far as this user may see it. */
final class Listener {
  private static final String LISTENING = "0A";

  private Listener() {}

  static Optional<String> on(int port) {
    try {
      Set<String> sockets = new HashSet<>();
      for (String table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
        if (Files.exists(Path.of(table))) {
          Files.readAllLines(Path.of(table)).stream()
              .map(line -> line.trim().split("\\s+", -1))
              .filter(f -> f.length > 9 && f[3].equals(LISTENING))
              .filter(f -> f[1].endsWith(":%04X".formatted(port)))
              .forEach(f -> sockets.add("socket:[" + f[9] + "]"));
        }
      }
      return ProcessHandle.allProcesses()
          .filter(process -> holds(process.pid(), sockets))
          .map(process -> name(process.pid()) + " (process " + process.pid() + ")")
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static boolean holds(long pid, Set<String> sockets) {
    try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return files.anyMatch(
          file -> {
            try {
              return sockets.contains(Files.readSymbolicLink(file).toString());
            } catch (IOException e) {
              return false;
            }
          });
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static String name(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/comm")).strip();
    } catch (IOException e) {
      return "a process";
    }
  }
}
