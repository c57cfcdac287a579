package dev.assay.local.command;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Progress;
import dev.assay.local.process.Maven;
import dev.assay.local.process.ProcessBook;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./assay bench}: builds the measuring program, which stands on this launcher, and hands
 * over to it.
 */
final class Bench {
  private static final int PORTS_OFFSET = 11_000;

  private final Layout standard;
  private final PrintStream out;

  Bench(Layout standard, PrintStream out) {
    this.standard = standard;
    this.out = out;
  }

  Exit run(Arguments arguments) throws IOException, InterruptedException {
    Layout layout = standard.beside("bench", PORTS_OFFSET + standard.ports().offset());
    layout.prepare(Layout.NEEDED_BYTES);
    Path module = layout.repository().resolve("infra/bench");
    try (var progress = new Progress(out)) {
      progress.begin("bench", "building");
      new Maven(layout, new ProcessBook(layout.run()))
          .run(
              "package the benchmarks",
              List.of("-pl", "infra/bench", "-am", "package", "-DskipTests"));
      progress.done("bench", "built");
    }
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC"));
    line.add("-Dassay.bench.ports-offset=" + layout.ports().offset());
    line.add("-cp");
    line.add(
        module.resolve("target/classes")
            + ":"
            + Files.readString(module.resolve("target/bench.classpath")).strip());
    line.add("dev.assay.bench.Bench");
    line.addAll(arguments.words());
    int code =
        new ProcessBuilder(line)
            .directory(layout.repository().toFile())
            .inheritIO()
            .start()
            .waitFor();
    return code == 0 ? Exit.OK : Exit.UNEXPECTED;
  }
}
