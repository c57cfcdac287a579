package dev.assay.testing.stack;

import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Ports;
import dev.assay.local.layout.Refusal;
import dev.assay.local.layout.Secrets;
import dev.assay.local.process.ProcessBook;
import dev.assay.local.process.Unprivileged;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where the parts of one test JVM live: a state folder in {@code target}, ports that nobody has.
 * The process book stops what it started when the JVM ends, whatever ends it.
 */
final class TestParts implements AutoCloseable {

  private static final int TRIES = 50;

  private final Layout layout;
  private final ProcessBook book;
  private final Thread hook;

  private TestParts(Layout layout, ProcessBook book) {
    this.layout = layout;
    this.book = book;
    this.hook = new Thread(book::close, "stop test parts");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** A place of its own for one part; a second one of the same name gets another. */
  static TestParts of(String name) {
    Path repository = Layout.findRepository();
    Path state =
        Path.of(
                "target",
                "parts",
                name + "-" + ProcessHandle.current().pid() + "-" + System.nanoTime())
            .toAbsolutePath();
    Layout layout =
        new Layout(repository, Layout.standard(repository).home(), state, new Ports(freeOffset()));
    layout.prepare(1);
    return new TestParts(layout, new ProcessBook(layout.run()));
  }

  private static int freeOffset() {
    for (int i = 0; i < TRIES; i++) {
      var ports = new Ports(ThreadLocalRandom.current().nextInt(100, 12_000));
      if (free(ports)) {
        return ports.offset();
      }
    }
    throw new IllegalStateException("no free ports found for the test's parts");
  }

  private static boolean free(Ports ports) {
    try {
      Ports.requireFree(
          Map.of(
              "PostgreSQL", ports.postgres(),
              "Keycloak", ports.keycloak(),
              "Keycloak's management", ports.keycloakManagement(),
              "store", ports.store(),
              "monitor", ports.monitor(),
              "monitor v1", ports.monitorV1()));
      return true;
    } catch (Refusal taken) {
      return false;
    }
  }

  Layout layout() {
    return layout;
  }

  ProcessBook book() {
    return book;
  }

  Secrets secrets() {
    return Secrets.of(layout);
  }

  Unprivileged unprivileged() {
    return Unprivileged.choose();
  }

  @Override
  public void close() {
    book.close();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      return;
    }
  }
}
