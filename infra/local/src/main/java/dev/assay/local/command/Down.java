package dev.assay.local.command;

import dev.assay.local.LocalStack;
import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Layout;
import java.io.PrintStream;

/** {@code ./assay down}: stops what {@code up} started in this state folder. */
final class Down {
  private final Layout layout;
  private final PrintStream out;

  Down(Layout layout, PrintStream out) {
    this.layout = layout;
    this.out = out;
  }

  Exit run() {
    var stopped = LocalStack.stop(layout);
    out.println(
        stopped.isEmpty() ? "Nothing was running." : "Stopped " + String.join(", ", stopped) + ".");
    return Exit.OK;
  }
}
