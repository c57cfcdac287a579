package dev.assay.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process as it can be recognised later: numbers are used again, but never with the same start
 * within the same boot.
 *
 * @param start clock ticks since boot, and the boot's own id
 */
record ProcessMark(long pid, String start) {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  /** The mark of whatever runs under this number now; empty when nothing does, or only a zombie. */
  static Optional<ProcessMark> of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name in parentheses may itself hold spaces and parentheses: fields are counted after
      // the last one.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      if (fields[0].equals("Z") || fields[0].equals("X")) {
        return Optional.empty();
      }
      return Optional.of(new ProcessMark(pid, fields[19] + "@" + Files.readString(BOOT).strip()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  boolean alive() {
    return of(pid).filter(this::equals).isPresent();
  }
}
