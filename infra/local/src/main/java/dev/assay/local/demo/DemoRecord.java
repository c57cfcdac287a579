package dev.assay.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When the demo began and what became of it. A demo that was cut short goes on with its first date,
 * so that every request is the one it was before and repeats its answer.
 */
final class DemoRecord {

  private static final ZoneId CLIENT_ZONE = ZoneId.of("America/New_York");

  private final Path file;
  private final LocalDate begun;
  private final @Nullable UUID client;

  private DemoRecord(Path file, LocalDate begun, @Nullable UUID client) {
    this.file = file;
    this.begun = begun;
    this.client = client;
  }

  /** The record in this file; a new one begins today. */
  static DemoRecord in(Path file) {
    if (!Files.exists(file)) {
      var fresh = new DemoRecord(file, LocalDate.now(CLIENT_ZONE), null);
      fresh.write();
      return fresh;
    }
    var stored = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      stored.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    String client = stored.getProperty("client");
    return new DemoRecord(
        file,
        LocalDate.parse(stored.getProperty("begun")),
        client == null ? null : UUID.fromString(client));
  }

  DemoRecord finished(UUID madeClient) {
    var finished = new DemoRecord(file, begun, madeClient);
    finished.write();
    return finished;
  }

  LocalDate begun() {
    return begun;
  }

  Optional<UUID> client() {
    return Optional.ofNullable(client);
  }

  private void write() {
    var stored = new Properties();
    stored.setProperty("begun", begun.toString());
    if (client != null) {
      stored.setProperty("client", client.toString());
    }
    try (var writer = Files.newBufferedWriter(file)) {
      stored.store(writer, "the demo of this stack");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
