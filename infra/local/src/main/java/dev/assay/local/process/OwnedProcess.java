package dev.assay.local.process;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Refusal;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * A started part of the stack, which can be waited for and explains itself when it stops unasked.
 */
public final class OwnedProcess {
  private final Command command;
  private final Process process;
  private final long logStart;

  OwnedProcess(Command command, Process process, long logStart) {
    this.command = command;
    this.process = process;
    this.logStart = logStart;
  }

  public String name() {
    return command.name();
  }

  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  public CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /** Waits for a program that is meant to end; refuses with its last lines unless it ends well. */
  public void await(Exit otherwise, String sentence) throws InterruptedException {
    if (process.waitFor() != 0) {
      throw refusal(otherwise, sentence);
    }
  }

  /**
   * Asks {@code ready} again and again until it answers true, the process ends, or the time is
   * over.
   */
  public void awaitReady(Duration limit, Callable<Boolean> ready) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!isReady(ready)) {
      if (!process.isAlive()) {
        throw crash();
      }
      if (System.nanoTime() > deadline) {
        throw refusal(Exit.CRASHED, name() + " was not ready after " + limit.toSeconds() + " s.");
      }
      Thread.sleep(100);
    }
  }

  private static boolean isReady(Callable<Boolean> ready) throws InterruptedException {
    try {
      return ready.call();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception notYet) {
      return false;
    }
  }

  public Refusal crash() {
    return refusal(
        Exit.CRASHED, name() + " stopped by itself with exit code " + process.exitValue() + ".");
  }

  private Refusal refusal(Exit exit, String sentence) {
    return new Refusal(
        exit,
        sentence
            + " The last lines of "
            + command.log()
            + ":\n"
            + Logs.gist(command.log(), logStart, 15).indent(4).stripTrailing());
  }
}
