package dev.assay.bench;

import dev.assay.local.LocalStack;
import dev.assay.local.process.Command;
import dev.assay.local.process.OwnedProcess;
import dev.assay.local.process.ProcessBook;
import dev.assay.local.process.Stage;
import dev.assay.local.process.StopWith;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The bare service, run with a service's JVM flags as a role that row-level security ignores. */
final class BareService implements AutoCloseable {
  private static final String NAME = "bare";
  private static final int PORT = 8_190;

  private final ProcessBook book;
  private final URI url;

  private BareService(ProcessBook book, URI url) {
    this.book = book;
    this.url = url;
  }

  static BareService start(LocalStack stack) throws SQLException, InterruptedException {
    String password = UUID.randomUUID().toString();
    makeRole(stack, password);
    var layout = stack.layout();
    int port = layout.ports().service(PORT);
    Path application = layout.repository().resolve("infra/bench/target/quarkus-app");
    var book = new ProcessBook(layout.run());
    OwnedProcess process =
        book.start(
            new Command(
                NAME,
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-jar",
                    application.resolve("quarkus-run.jar").toString()),
                Map.of(
                    "BENCH_PASSWORD",
                    password,
                    "BENCH_POSTGRES_PORT",
                    String.valueOf(layout.ports().postgres()),
                    "QUARKUS_HTTP_PORT",
                    String.valueOf(port)),
                application,
                layout.log(NAME),
                StopWith.TERM,
                Stage.SERVICE));
    var bare = new BareService(book, URI.create("http://127.0.0.1:" + port));
    try {
      process.awaitReady(
          Duration.ofSeconds(60),
          () -> {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
          });
      return bare;
    } catch (RuntimeException | InterruptedException e) {
      bare.close();
      throw e;
    }
  }

  private static void makeRole(LocalStack stack, String password) throws SQLException {
    try (var connection = stack.postgres().superuser("postgres");
        var statement = connection.createStatement()) {
      statement.execute("create role bench_bare login bypassrls password '" + password + "'");
      statement.execute("grant pg_read_all_data to bench_bare");
      statement.execute("grant connect on database tenants, evidence to bench_bare");
    }
  }

  URI url() {
    return url;
  }

  @Override
  public void close() {
    book.stop(NAME, Duration.ofSeconds(10));
  }
}
