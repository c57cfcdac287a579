package dev.assay.local.command;

import dev.assay.local.LocalStack;
import dev.assay.local.demo.DemoData;
import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Progress;
import dev.assay.local.layout.Refusal;
import dev.assay.local.proof.Interleaving;
import dev.assay.local.proof.Side;
import dev.assay.local.proof.SmallPool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** {@code ./assay prove}: a long campaign on a stack of its own, with its result on record. */
final class Prove {
  private static final int PORTS_OFFSET = 12_000;
  private static final int AT_ONCE = 8;

  private static final String HEAD =
      """
      # Proofs

      Campaigns that try to make a promise break, run by hand with `./assay prove <name>`; each run adds a line. Their
      short forms are tests and run with `./assay test`.

      """;

  private final Layout standard;
  private final PrintStream out;

  Prove(Layout standard, PrintStream out) {
    this.standard = standard;
    this.out = out;
  }

  Exit run(Arguments arguments) throws IOException, InterruptedException {
    String name = arguments.word(0, "campaign (interleaving)");
    if (!name.equals("interleaving")) {
      throw new Refusal(
          Exit.USAGE, "There is no campaign \"" + name + "\"; there is: interleaving.");
    }
    int requests = (int) number(arguments, "--requests", 100_000);
    long seed = number(arguments, "--seed", System.currentTimeMillis());
    Interleaving.Result result = interleaving(requests, seed);
    result.leaks().stream().limit(20).forEach(leak -> out.println("  " + leak));
    out.println(result.line());
    record(
        "- %s `./assay prove interleaving --requests %d --seed %d`, two connections a service: %s%n"
            .formatted(LocalDate.now(ZoneOffset.UTC), requests, seed, result.line()));
    return result.leaks().isEmpty() ? Exit.OK : Exit.UNEXPECTED;
  }

  private Interleaving.Result interleaving(int requests, long seed) throws InterruptedException {
    Layout layout = standard.beside("prove", PORTS_OFFSET + standard.ports().offset());
    LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
    try (var progress = new Progress(out);
        var stack =
            LocalStack.start(layout, LocalStack.Options.standard().withFresh(true), progress);
        var pool = SmallPool.start(stack, 1)) {
      var one = Side.make("copper", "msp-admin", "technician", today, pool::as, DemoData.SUBJECTS);
      var other =
          Side.make("larch", "other-admin", "other-technician", today, pool::as, DemoData.SUBJECTS);
      progress.begin("prove", requests + " requests");
      var result = new Interleaving(one, other, today, pool::as).run(requests, AT_ONCE, seed);
      progress.done("prove", "done");
      return result;
    }
  }

  private static long number(Arguments arguments, String option, long otherwise) {
    try {
      return arguments.option(option).map(Long::parseLong).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new Refusal(Exit.USAGE, option + " needs a number.");
    }
  }

  private void record(String line) throws IOException {
    Path file = standard.repository().resolve("docs/proofs.md");
    Files.createDirectories(file.getParent());
    if (!Files.exists(file)) {
      Files.writeString(file, HEAD);
    }
    Files.writeString(file, line, StandardOpenOption.APPEND);
    out.println("Added to docs/proofs.md.");
  }
}
