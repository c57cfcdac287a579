package dev.assay.bench;

import dev.assay.local.LocalStack;
import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The measuring program behind {@code ./assay bench}. */
public final class Bench {
  private static final List<String> PARTS =
      List.of("reads", "directory", "uploads", "large", "starts");

  private Bench() {}

  public static void main(String[] words) throws IOException, InterruptedException, SQLException {
    for (String word : words) {
      if (!PARTS.contains(word)) {
        System.err.println("bench measures " + String.join(", ", PARTS) + ", not " + word + ".");
        System.exit(2);
      }
    }
    measure(words.length == 0 ? PARTS : List.of(words), words.length == 0, System.out);
  }

  private static void measure(List<String> wanted, boolean all, PrintStream out)
      throws IOException, InterruptedException, SQLException {
    Layout layout =
        Layout.standard(Layout.findRepository())
            .beside("bench", Integer.getInteger("assay.bench.ports-offset", 11_000));
    double loadBefore = Machine.load();
    var findings = new ArrayList<Finding>();
    try (var progress = new Progress(out)) {
      try (var stack =
          LocalStack.start(layout, LocalStack.Options.standard().withFresh(true), progress)) {
        var scene = Scene.on(stack);
        for (String part : wanted) {
          progress.begin("bench", "measuring " + part);
          switch (part) {
            case "reads" -> findings.addAll(new Reads(scene).run());
            case "directory" -> findings.addAll(new Directory(scene).run());
            case "uploads" -> findings.addAll(new Uploads(scene).run());
            case "large" -> findings.addAll(new LargeUpload(scene).run());
            default -> {}
          }
          progress.done("bench", part);
        }
        if (all) {
          var memory = Memory.of(layout);
          findings.add(Starts.memory("after all of the above", memory, (double) memory.jvmBytes()));
        }
      }
      if (wanted.contains("starts")) {
        progress.begin("bench", "measuring starts");
        findings.addAll(new Starts(layout).run());
        progress.done("bench", "starts");
      }
    }
    var report = new Report(findings, Machine.describe(), loadBefore, Machine.load());
    out.println();
    out.println(report.table());
    if (all) {
      report.write(layout.repository().resolve("docs/benchmarks.md"));
      out.println("Written to docs/benchmarks.md.");
    }
  }
}
