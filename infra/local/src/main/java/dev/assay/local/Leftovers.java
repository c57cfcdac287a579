package dev.assay.local;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Progress;
import dev.assay.local.layout.Refusal;
import dev.assay.local.process.ProcessBook;
import dev.assay.local.process.Recorded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an earlier launcher left in a state folder: a stack that was detached on purpose, or the
 * remains of one.
 */
final class Leftovers {
  private final Path detached;
  private final ProcessBook book;

  Leftovers(Path run, ProcessBook book) {
    this.detached = run.resolve("detached");
    this.book = book;
  }

  void markDetached() {
    try {
      Files.writeString(detached, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forgetDetached() {
    try {
      Files.deleteIfExists(detached);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Refuses when a detached stack runs whole; stops the remains of any other. The lock must be
   * held.
   */
  void clear(Progress progress) {
    var recorded = book.recorded();
    boolean whole = !recorded.isEmpty() && recorded.stream().allMatch(Recorded::alive);
    if (Files.exists(detached) && whole) {
      throw new Refusal(
          Exit.ALREADY_RUNNING,
          "A detached stack is already running here: \"./assay status\" shows it, \"./assay down\" stops it.");
    }
    var dead = recorded.stream().filter(r -> !r.alive()).map(Recorded::name).toList();
    var stopped = book.stopAll();
    forgetDetached();
    if (!stopped.isEmpty()) {
      progress.say(
          "recovery",
          "an earlier stack did not end in order"
              + (dead.isEmpty() ? "" : " (gone: " + String.join(", ", dead) + ")")
              + "; stopped what was left of it: "
              + String.join(", ", stopped));
    }
  }
}
