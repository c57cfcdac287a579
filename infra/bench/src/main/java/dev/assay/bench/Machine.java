package dev.assay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The machine that was measured on, and how busy others kept it. */
final class Machine {

  private Machine() {}

  static String describe() throws IOException {
    return "%d cores (%s), %.1f GiB of memory, Linux %s, JDK %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            firstValue("/proc/cpuinfo", "model name"),
            Long.parseLong(firstValue("/proc/meminfo", "MemTotal").replace(" kB", "")) / 1048576.0,
            System.getProperty("os.version"),
            System.getProperty("java.vendor.version"));
  }

  /** Average number of runnable tasks in the last minute. */
  static double load() throws IOException {
    String loads = Files.readString(Path.of("/proc/loadavg"));
    return Double.parseDouble(loads.substring(0, loads.indexOf(' ')));
  }

  private static String firstValue(String file, String name) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    }
  }
}
