package dev.assay.bench;

import dev.assay.local.LocalStack;
import dev.assay.local.layout.Layout;
import dev.assay.local.process.ProcessBook;
import dev.assay.local.process.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Memory of a stack's processes.
 *
 * @param jvms resident bytes (VmRSS) of each JVM, by part
 * @param others proportional bytes (Pss) of every other part with its children; PostgreSQL's share
 *     their buffers, which VmRSS would count once for each
 */
record Memory(Map<String, Long> jvms, Map<String, Long> others) {

  Memory {
    jvms = Map.copyOf(jvms);
    others = Map.copyOf(others);
  }

  /** Of all that is recorded in this state folder but the launcher. */
  static Memory of(Layout layout) throws IOException {
    var jvms = new TreeMap<String, Long>();
    var others = new TreeMap<String, Long>();
    for (Recorded part : new ProcessBook(layout.run()).recorded()) {
      if (!part.alive() || part.name().equals(LocalStack.LAUNCHER)) {
        continue;
      }
      for (long pid : family(part.pid())) {
        if (isJava(pid)) {
          jvms.merge(part.name(), resident(pid), Long::sum);
        } else {
          others.merge(part.name(), kilobytes(pid, "smaps_rollup", "Pss"), Long::sum);
        }
      }
    }
    return new Memory(jvms, others);
  }

  /** Resident bytes of one process. */
  static long resident(long pid) throws IOException {
    return kilobytes(pid, "status", "VmRSS");
  }

  long jvmBytes() {
    return jvms.values().stream().mapToLong(Long::longValue).sum();
  }

  long allBytes() {
    return jvmBytes() + others.values().stream().mapToLong(Long::longValue).sum();
  }

  String text() {
    return Stream.of(jvms, others)
        .flatMap(parts -> new TreeMap<>(parts).entrySet().stream())
        .map(part -> "%s %d".formatted(part.getKey(), part.getValue() / 1_000_000))
        .collect(Collectors.joining(", "));
  }

  private static long[] family(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .mapToLong(ProcessHandle::pid)
        .toArray();
  }

  private static boolean isJava(long pid) throws IOException {
    return Files.readSymbolicLink(Path.of("/proc/" + pid + "/exe")).endsWith("bin/java");
  }

  private static long kilobytes(long pid, String file, String name) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/" + file))) {
      return lines
              .filter(line -> line.startsWith(name + ":"))
              .map(line -> line.replaceAll("[^0-9]", ""))
              .mapToLong(Long::parseLong)
              .findFirst()
              .orElse(0)
          * 1024;
    }
  }
}
