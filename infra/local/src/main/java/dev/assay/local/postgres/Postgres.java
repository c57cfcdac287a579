package dev.assay.local.postgres;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Folders;
import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Secrets;
import dev.assay.local.process.Command;
import dev.assay.local.process.OwnedProcess;
import dev.assay.local.process.ProcessBook;
import dev.assay.local.process.Stage;
import dev.assay.local.process.StopWith;
import dev.assay.local.process.Unprivileged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The stack's PostgreSQL: loopback only, no socket file, no role without a password. */
public final class Postgres {
  public static final String NAME = "postgres";
  private static final String SUPERUSER = "postgres";
  private static final String DUPLICATE_DATABASE = "42P04";

  private final Layout layout;
  private final Secrets secrets;
  private final Unprivileged unprivileged;

  public Postgres(Layout layout, Secrets secrets, Unprivileged unprivileged) {
    this.layout = layout;
    this.secrets = secrets;
    this.unprivileged = unprivileged;
  }

  /** Starts the server, making its cluster when there is none; returns when it answers. */
  public OwnedProcess start(ProcessBook book) throws InterruptedException {
    var binaries = PostgresBinaries.unpack(layout.tools());
    Path data = layout.data(NAME);
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      create(book, binaries, data);
    }
    clearStaleLock(data);
    unprivileged.own(data);
    var server =
        book.start(
            command(
                NAME,
                List.of(
                    binaries.path("postgres"),
                    "-D",
                    data.toString(),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "port=" + layout.ports().postgres(),
                    "-c",
                    "unix_socket_directories=",
                    "-c",
                    "max_connections=200")));
    server.awaitReady(
        Duration.ofMinutes(1),
        () -> {
          superuser("postgres").close();
          return true;
        });
    return server;
  }

  private void create(ProcessBook book, PostgresBinaries binaries, Path data)
      throws InterruptedException {
    // initdb works elsewhere first: a cluster that a crash left half made must not look whole.
    Path unfinished = layout.data(NAME + ".new");
    Path password = layout.data(NAME + ".password");
    try {
      Folders.delete(unfinished);
      Folders.delete(data);
      Files.createDirectories(unfinished);
      Files.deleteIfExists(password);
      Files.createFile(
          password,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(password, secrets.postgresSuperuser());
      try {
        unprivileged.own(unfinished);
        unprivileged.own(password);
        initialise(book, binaries, unfinished, password);
      } finally {
        Files.deleteIfExists(password);
      }
      Files.move(unfinished, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void initialise(ProcessBook book, PostgresBinaries binaries, Path data, Path password)
      throws InterruptedException {
    book.start(
            command(
                "initdb",
                List.of(
                    binaries.path("initdb"),
                    "-D",
                    data.toString(),
                    "-U",
                    SUPERUSER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + password,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions")))
        .await(Exit.CRASHED, "PostgreSQL could not make its data folder.");
    book.forget("initdb");
  }

  /**
   * After a kill -9 and a restart of the machine, the number in PostgreSQL's lock file may belong
   * to a stranger, and PostgreSQL would refuse to start. Our own record has already said that ours
   * is gone.
   */
  private static void clearStaleLock(Path data) {
    Path lock = data.resolve("postmaster.pid");
    try {
      if (Files.exists(lock)) {
        Path program = Path.of("/proc/" + Files.readAllLines(lock).getFirst().strip() + "/exe");
        boolean postgres =
            Files.exists(program) && Files.readSymbolicLink(program).endsWith("bin/postgres");
        if (!postgres) {
          Files.delete(lock);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Command command(String name, List<String> line) {
    return new Command(
        name,
        unprivileged.line(line),
        Map.of("LC_ALL", "C"),
        layout.data(""),
        layout.log(NAME),
        StopWith.INT,
        Stage.MONITOR);
  }

  /** Makes a service's roles and database, or brings them to what the file says. */
  public void serviceDatabase(String service, String password) {
    run(
        service,
        DatabaseScript.read(
            "service-database.sql",
            Map.of(
                "service",
                service,
                "owner_password",
                password,
                "app_password",
                password,
                "relay_password",
                password)));
  }

  public void keycloakDatabase() {
    run(
        "keycloak",
        DatabaseScript.read(
            "keycloak-database.sql", Map.of("keycloak_password", secrets.keycloakDatabase())));
  }

  private void run(String database, DatabaseScript script) {
    try {
      try (var connection = superuser("postgres")) {
        for (String statement : script.cluster()) {
          try {
            execute(connection, statement);
          } catch (SQLException e) {
            if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
              throw e;
            }
          }
        }
      }
      try (var connection = superuser(database)) {
        for (String statement : script.database()) {
          execute(connection, statement);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot make the database " + database, e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * A connection of the cluster's superuser, which row-level security does not hold: for the
   * launcher and for proofs.
   */
  public Connection superuser(String database) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", secrets.postgresSuperuser());
    properties.setProperty("connectTimeout", "2");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + layout.ports().postgres() + "/" + database, properties);
  }
}
