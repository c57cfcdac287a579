package dev.assay.local.layout;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells the person what happens, how long it has taken so far and what is being waited for. */
public final class Progress implements AutoCloseable {
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private final PrintStream out;
  private final long started = System.nanoTime();
  private final Map<String, Long> waiting = new LinkedHashMap<>();
  private final Thread reminder;
  private long lastLine = started;

  public Progress(PrintStream out) {
    this.out = out;
    this.reminder = Thread.ofVirtual().name("progress").start(this::remind);
  }

  public synchronized void begin(String part, String what) {
    waiting.putIfAbsent(part, System.nanoTime());
    line(part, what);
  }

  public synchronized void done(String part, String what) {
    Long since = waiting.remove(part);
    line(part, since == null ? what : "%s (%s)".formatted(what, seconds(since)));
  }

  public synchronized void say(String part, String what) {
    line(part, what);
  }

  private void line(String part, String what) {
    lastLine = System.nanoTime();
    out.printf("%8s  %-10s %s%n", seconds(started), part, what);
    out.flush();
  }

  private static String seconds(long since) {
    return "%.1f s".formatted((System.nanoTime() - since) / 1e9);
  }

  private void remind() {
    try {
      while (true) {
        Thread.sleep(500);
        synchronized (this) {
          if (!waiting.isEmpty() && System.nanoTime() - lastLine > SILENCE.toNanos()) {
            line(
                "…",
                waiting.entrySet().stream()
                    .map(w -> "%s (%s)".formatted(w.getKey(), seconds(w.getValue())))
                    .collect(Collectors.joining(", ", "waiting for ", "")));
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    reminder.interrupt();
  }
}
