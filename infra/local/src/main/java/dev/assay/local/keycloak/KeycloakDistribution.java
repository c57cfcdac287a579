package dev.assay.local.keycloak;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Folders;
import dev.assay.local.layout.Layout;
import dev.assay.local.process.Command;
import dev.assay.local.process.Maven;
import dev.assay.local.process.ProcessBook;
import dev.assay.local.process.Stage;
import dev.assay.local.process.StopWith;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Keycloak's distribution: fetched through Maven, unpacked and optimised once for every stack of
 * this repository.
 */
final class KeycloakDistribution {
  /** Local caches only: the clustered ones would listen on every network interface. */
  private static final List<String> BUILD_OPTIONS =
      List.of("build", "--db=postgres", "--cache=local", "--health-enabled=true");

  private final Layout layout;
  private final Maven maven;
  private final ProcessBook book;

  KeycloakDistribution(Layout layout, Maven maven, ProcessBook book) {
    this.layout = layout;
    this.maven = maven;
    this.book = book;
  }

  Path home() {
    return layout.tools().resolve("keycloak-" + version());
  }

  boolean ready() {
    return Files.isDirectory(home());
  }

  void fetchAndBuild() throws InterruptedException {
    String version = version();
    Path unfinished = layout.tools().resolve("keycloak.new");
    try {
      Folders.delete(unfinished);
      Files.createDirectories(unfinished);
      maven.run(
          "fetch Keycloak",
          List.of(
              "-N",
              "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy",
              "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + version + ":zip",
              "-DoutputDirectory=" + unfinished));
      Path zip = unfinished.resolve("keycloak-quarkus-dist-" + version + ".zip");
      unzip(zip, unfinished);
      Files.delete(zip);
      Path unpacked = unfinished.resolve("keycloak-" + version);
      book.start(
              new Command(
                  "keycloak-build",
                  KeycloakCommand.build(unpacked, BUILD_OPTIONS),
                  Map.of(),
                  unpacked,
                  layout.log("keycloak-build"),
                  StopWith.TERM,
                  Stage.SERVICE))
          .await(Exit.BUILD_FAILED, "Keycloak could not build its optimised form.");
      book.forget("keycloak-build");
      // The move is the proof that all steps were finished.
      Files.move(unpacked, home());
      Folders.delete(unfinished);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack Keycloak", e);
    }
  }

  private static void unzip(Path zip, Path folder) throws IOException {
    try (var archive = new ZipFile(zip.toFile())) {
      for (ZipEntry entry :
          (Iterable<ZipEntry>) archive.stream().map(ZipEntry.class::cast)::iterator) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("The archive reaches outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          try (var in = archive.getInputStream(entry)) {
            Files.copy(in, target);
          }
        }
      }
    }
  }

  private static String version() {
    var properties = new Properties();
    try (var in = KeycloakDistribution.class.getResourceAsStream("distribution.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
