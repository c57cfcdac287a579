package dev.assay.local;

import dev.assay.local.layout.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Work that runs side by side, where one part may wait for another and the first failure ends them
 * all.
 */
final class Parts implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<CompletableFuture<?>> outcomes = new ArrayList<>();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();

  /** A part's outcome, which other parts may wait for. */
  record Part<T>(CompletableFuture<T> outcome) {
    T await() throws InterruptedException {
      try {
        return outcome.get();
      } catch (ExecutionException e) {
        // The failure itself is reported once, by the part that it happened to.
        throw new InterruptedException("A part that this one needs has failed");
      }
    }
  }

  <T> Part<T> start(Callable<T> work) {
    var outcome = new CompletableFuture<T>();
    outcomes.add(outcome);
    threads.execute(
        () -> {
          try {
            outcome.complete(work.call());
          } catch (InterruptedException e) {
            outcome.completeExceptionally(e);
          } catch (Exception | Error e) {
            failure.completeExceptionally(e);
            outcome.completeExceptionally(e);
          }
        });
    return new Part<>(outcome);
  }

  /**
   * Returns when every part is done; throws the first failure as soon as there is one, and
   * interrupts the rest.
   */
  void awaitAll() {
    var done = CompletableFuture.allOf(outcomes.toArray(CompletableFuture<?>[]::new));
    try {
      CompletableFuture.anyOf(done, failure).join();
    } catch (CompletionException e) {
      threads.shutdownNow();
      Throwable cause = failure.isCompletedExceptionally() ? failure.exceptionNow() : e.getCause();
      throw cause instanceof Refusal refusal ? refusal : new IllegalStateException(cause);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
