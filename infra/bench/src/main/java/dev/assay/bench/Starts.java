package dev.assay.bench;

import dev.assay.local.layout.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./assay up} on a machine where it has run before, as a person types it. */
final class Starts {
  private static final int ROUNDS = 3;
  private static final double MOST_SECONDS = 20;
  private static final double MOST_GB = 2;

  private final Layout layout;

  Starts(Layout layout) {
    this.layout = layout;
  }

  List<Finding> run() throws IOException, InterruptedException {
    var seconds = new ArrayList<Double>();
    var memories = new ArrayList<Memory>();
    for (int round = 0; round < ROUNDS; round++) {
      long began = System.nanoTime();
      assay("up", "--detach", "--no-demo");
      seconds.add((System.nanoTime() - began) / 1e9);
      try {
        memories.add(Memory.of(layout));
      } finally {
        assay("down");
      }
    }
    var times = new Sample(seconds);
    var jvms = new Sample(memories.stream().map(memory -> (double) memory.jvmBytes()).toList());
    return List.of(
        new Finding(
            "Second `./assay up` to all ready, the command itself included",
            "≤ %.0f s".formatted(MOST_SECONDS),
            "%.1f s at p50".formatted(times.p50()),
            times.size() + " rounds; " + times.text("%.1f") + " s",
            Finding.Verdict.of(times.p50() <= MOST_SECONDS)),
        memory("after the start", memories.getLast(), jvms.max()));
  }

  static Finding memory(String when, Memory memory, double jvmBytes) {
    return new Finding(
        "Resident memory of all JVMs together, " + when,
        "≤ %.0f GB".formatted(MOST_GB),
        "%.2f GB".formatted(jvmBytes / 1e9),
        "with everything else %.2f GB; in MB: %s".formatted(memory.allBytes() / 1e9, memory.text()),
        Finding.Verdict.of(jvmBytes <= MOST_GB * 1e9));
  }

  private void assay(String... words) throws IOException, InterruptedException {
    var line = new ArrayList<String>();
    line.add(Path.of("assay").toAbsolutePath().toString());
    line.addAll(List.of(words));
    line.addAll(
        List.of(
            "--state",
            layout.state().toString(),
            "--ports-offset",
            String.valueOf(layout.ports().offset())));
    var process =
        new ProcessBuilder(line)
            .directory(layout.repository().toFile())
            .redirectErrorStream(true)
            .redirectOutput(layout.log("assay").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", line) + " failed: see " + layout.log("assay"));
    }
  }
}
