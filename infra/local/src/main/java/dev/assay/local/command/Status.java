package dev.assay.local.command;

import dev.assay.local.LocalStack;
import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Layout;
import dev.assay.local.process.ProcessBook;
import dev.assay.local.process.Recorded;
import java.io.PrintStream;
import java.nio.file.Files;

/** {@code ./assay status}: what is recorded for this state folder and whether it still runs. */
final class Status {
  private final Layout layout;
  private final PrintStream out;

  Status(Layout layout, PrintStream out) {
    this.layout = layout;
    this.out = out;
  }

  Exit run() {
    var recorded =
        Files.isDirectory(layout.run()) ? new ProcessBook(layout.run()).recorded() : null;
    if (recorded == null || recorded.isEmpty()) {
      out.println("Nothing is running; ./assay up starts the stack.");
      return Exit.NOT_RUNNING;
    }
    for (Recorded part : recorded) {
      out.printf(
          "  %-12s %-8s process %-8d %s%n",
          part.name(),
          part.alive() ? "runs" : "is gone",
          part.pid(),
          part.name().equals(LocalStack.LAUNCHER) ? "" : layout.log(part.name()));
    }
    return recorded.stream().allMatch(Recorded::alive) ? Exit.OK : Exit.CRASHED;
  }
}
