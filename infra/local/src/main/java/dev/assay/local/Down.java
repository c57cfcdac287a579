package dev.assay.local;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Layout;
import dev.assay.local.process.ProcessBook;
import java.io.PrintStream;
import java.time.Duration;

/**
 * {@code ./assay down}: stops what {@code up} started in this state folder, whatever became of its
 * launcher.
 */
final class Down {
  private static final Duration LAUNCHER_PATIENCE = Duration.ofSeconds(90);

  private final Layout layout;
  private final PrintStream out;

  Down(Layout layout, PrintStream out) {
    this.layout = layout;
    this.out = out;
  }

  Exit run() {
    var book = new ProcessBook(layout.run());
    // A launcher that still runs stops its own parts in order; only when it is gone is the rest
    // ours.
    boolean launcher = book.find(LocalStack.LAUNCHER).filter(l -> l.alive()).isPresent();
    if (launcher) {
      out.println("Asking the running launcher to stop the stack …");
      book.stop(LocalStack.LAUNCHER, LAUNCHER_PATIENCE);
    }
    try (var _ = StackLock.takeFromEnding(layout.run())) {
      var stopped = book.stopAll();
      new Leftovers(layout.run(), book).forgetDetached();
      if (!launcher && stopped.isEmpty()) {
        out.println("Nothing was running.");
      } else {
        out.println(stopped.isEmpty() ? "Stopped." : "Stopped " + String.join(", ", stopped) + ".");
      }
      return Exit.OK;
    }
  }
}
