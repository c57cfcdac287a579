package dev.assay.local.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords and keys of one stack: made once at random, readable by their owner only. */
public final class Secrets {
  private final Path file;
  private final Properties values = new Properties();

  private Secrets(Path file) {
    this.file = file;
  }

  public static Secrets of(Layout layout) {
    var secrets = new Secrets(layout.state().resolve("secrets.properties"));
    if (Files.exists(secrets.file)) {
      try (var in = Files.newBufferedReader(secrets.file)) {
        secrets.values.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return secrets;
  }

  public String postgresSuperuser() {
    return get("postgres.superuser", 16);
  }

  public String keycloakDatabase() {
    return get("keycloak.database", 16);
  }

  public String keycloakAdmin() {
    return get("keycloak.admin", 16);
  }

  public String storeAccessKey(String user) {
    return get("store." + user + ".access-key", 10);
  }

  public String storeSecretKey(String user) {
    return get("store." + user + ".secret-key", 20);
  }

  private synchronized String get(String name, int bytes) {
    String known = values.getProperty(name);
    if (known != null) {
      return known;
    }
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    String made = HexFormat.of().formatHex(random);
    values.setProperty(name, made);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      try (var out = Files.newBufferedWriter(file)) {
        values.store(out, "Made by ./assay for this state folder only");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made;
  }
}
