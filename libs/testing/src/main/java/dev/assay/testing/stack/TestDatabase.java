package dev.assay.testing.stack;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Connections to the database of the service under test, past the service: as one of its own roles,
 * or as a superuser, whom policies do not hold.
 */
public final class TestDatabase {

  // System properties outlive the two class loaders that a Quarkus test runs in.
  private static final String PREFIX = "assay.test.database.";

  private TestDatabase() {}

  static void announce(
      String service, String port, String password, String superuserPassword, Path log) {
    System.setProperty(PREFIX + "service", service);
    System.setProperty(PREFIX + "port", port);
    System.setProperty(PREFIX + "password", password);
    System.setProperty(PREFIX + "superuser", superuserPassword);
    System.setProperty(PREFIX + "log", log.toString());
  }

  /** The service whose database this is. */
  public static String service() {
    return get("service");
  }

  /** The port that PostgreSQL listens on, on 127.0.0.1. */
  public static int port() {
    return Integer.parseInt(get("port"));
  }

  /** PostgreSQL's log, with every statement in it. */
  public static Path log() {
    return Path.of(get("log"));
  }

  /** As one of the roles that log in: {@code app}, {@code owner} or {@code relay}. */
  public static Connection as(String role) throws SQLException {
    return connect(service() + "_" + role, get("password"));
  }

  /** As a superuser. */
  public static Connection superuser() throws SQLException {
    return connect("postgres", get("superuser"));
  }

  /**
   * As the app role with the settings of a client's scope, outside any transaction of the service.
   */
  public static Connection inClient(UUID msp, UUID client) throws SQLException {
    return scoped(msp.toString(), client.toString(), "", "none");
  }

  /** As the app role with the settings of an MSP's scope. */
  public static Connection inMsp(UUID msp) throws SQLException {
    return scoped(msp.toString(), "", "", "none");
  }

  /** As the role that reads across all clients of an MSP. */
  public static Connection inFleet(UUID msp) throws SQLException {
    return scoped(msp.toString(), "", "", service() + "_fleet");
  }

  /** As the role that reads across these clients of an MSP. */
  public static Connection inPortfolio(UUID msp, List<UUID> clients) throws SQLException {
    String ids = clients.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    return scoped(msp.toString(), "", ids, service() + "_portfolio");
  }

  private static Connection scoped(String msp, String client, String clients, String role)
      throws SQLException {
    Connection connection = as("app");
    try (var set =
        connection.prepareStatement(
            """
            select set_config('app.msp_id', ?, false), set_config('app.client_id', ?, false),
              set_config('app.client_ids', ?, false), set_config('role', ?, false)
            """)) {
      set.setString(1, msp);
      set.setString(2, client);
      set.setString(3, clients);
      set.setString(4, role);
      set.execute();
    }
    return connection;
  }

  private static Connection connect(String user, String password) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), service()), user, password);
  }

  private static String get(String name) {
    String value = System.getProperty(PREFIX + name);
    if (value == null) {
      throw new IllegalStateException("annotate the test with PostgresResource");
    }
    return value;
  }
}
