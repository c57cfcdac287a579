package dev.assay.controls.library;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All shipped versions, read once at start. A file that is not what its version was released as
 * stops the start: years that were tested against it must go on reading the same words.
 */
@Startup
@ApplicationScoped
public class Library {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private record Manifest(String current, String licence, List<Release> versions) {}

  private record Release(String version, String file, String sha256) {}

  private final Map<String, LibraryVersion> versions = new LinkedHashMap<>();
  private final String current;
  private final String licence;

  Library() {
    try {
      Manifest manifest = JSON.readValue(bytes("versions.json"), Manifest.class);
      for (Release release : manifest.versions()) {
        versions.put(release.version(), read(release));
      }
      current = manifest.current();
      licence = manifest.licence();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static LibraryVersion read(Release release) throws IOException {
    byte[] content = bytes(release.file());
    String sha256 = sha256(content);
    if (!sha256.equals(release.sha256())) {
      throw new IllegalStateException(
          "library %s is not what was released: %s".formatted(release.version(), sha256));
    }
    var version = new LibraryVersion(JSON.readValue(content, ShippedLibrary.class), sha256);
    if (!version.version().equals(release.version())) {
      throw new IllegalStateException(
          "the file of library %s says %s".formatted(release.version(), version.version()));
    }
    return version;
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = Library.class.getResourceAsStream("/library/" + name)) {
      if (in == null) {
        throw new IllegalStateException("this build has no library/" + name);
      }
      return in.readAllBytes();
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  /** The version that is applied today. */
  public LibraryVersion current() {
    return version(current).orElseThrow();
  }

  /** A version by its number. */
  public Optional<LibraryVersion> version(String version) {
    return Optional.ofNullable(versions.get(version));
  }

  /**
   * A control as a year has it.
   *
   * @throws IllegalStateException when this build lacks a version that a year was applied from
   */
  public LibraryControl control(String version, String controlId) {
    return version(version)
        .flatMap(found -> found.find(controlId))
        .orElseThrow(() -> new IllegalStateException("no " + controlId + " in library " + version));
  }

  List<LibraryVersion> all() {
    return List.copyOf(versions.values());
  }

  String licence() {
    return licence;
  }
}
