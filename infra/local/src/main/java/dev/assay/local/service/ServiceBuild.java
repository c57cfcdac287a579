package dev.assay.local.service;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Folders;
import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Progress;
import dev.assay.local.layout.Refusal;
import dev.assay.local.process.Maven;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings services up to their sources, and gives each build a folder that no later build writes
 * into.
 */
public final class ServiceBuild {
  private final Layout layout;
  private final Maven maven;

  public ServiceBuild(Layout layout, Maven maven) {
    this.layout = layout;
    this.maven = maven;
  }

  /**
   * Packages those whose sources, or whose libraries' sources, are newer than their jar; all in one
   * Maven run.
   */
  public void bringUpToDate(List<Service> services, Progress progress) throws InterruptedException {
    List<Service> old = services.stream().filter(this::outOfDate).toList();
    if (old.isEmpty()) {
      return;
    }
    String names = old.stream().map(Service::id).collect(Collectors.joining(", "));
    progress.begin("build", "packaging " + names);
    var arguments = new ArrayList<String>();
    arguments.addAll(
        List.of(
            "-pl",
            old.stream().map(s -> "services/" + s.id()).collect(Collectors.joining(",")),
            "-am",
            "package",
            "-DskipTests",
            "-Dquarkus.package.jar.type=aot-jar"));
    maven.run("package " + names, arguments);
    progress.done("build", "packaged");
  }

  private boolean outOfDate(Service service) {
    Path jar = packaged(service).resolve("quarkus-run.jar");
    try {
      if (!Files.exists(jar)) {
        return true;
      }
      FileTime built = Files.getLastModifiedTime(jar);
      var sources = new ArrayList<Path>();
      sources.add(layout.repository().resolve("pom.xml"));
      // Tenants carries it, to compare the running realm with.
      sources.add(layout.repository().resolve("infra/keycloak/assay-realm.json"));
      for (Path module : modules(service)) {
        sources.add(module.resolve("pom.xml"));
        if (Files.isDirectory(module.resolve("src/main"))) {
          try (Stream<Path> files = Files.walk(module.resolve("src/main"))) {
            files.forEach(sources::add);
          }
        }
      }
      for (Path source : sources) {
        if (Files.getLastModifiedTime(source).compareTo(built) > 0) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> modules(Service service) throws IOException {
    var modules = new ArrayList<Path>();
    modules.add(layout.repository().resolve("services").resolve(service.id()));
    try (Stream<Path> libraries = Files.list(layout.repository().resolve("libs"))) {
      libraries.filter(library -> Files.exists(library.resolve("pom.xml"))).forEach(modules::add);
    }
    return modules;
  }

  private Path packaged(Service service) {
    return layout.repository().resolve("services/" + service.id() + "/target/quarkus-app");
  }

  /**
   * A copy of the service's packaged form under the name of its files' sizes and times: a running
   * stack is not disturbed by {@code mvn} in the same repository, and its AOT cache, which names
   * files and times, stays true.
   */
  Path installed(Service service) {
    Path packaged = packaged(service);
    if (!Files.exists(packaged.resolve("quarkus-run.jar"))) {
      throw new Refusal(
          Exit.BUILD_FAILED,
          "The service " + service.id() + " has not been packaged: " + packaged + " is missing.");
    }
    try {
      Path versions = layout.tools().resolve("services").resolve(service.id());
      Path copy = versions.resolve(fingerprint(packaged));
      if (!Files.isDirectory(copy)) {
        Files.createDirectories(versions);
        Path unfinished = versions.resolve("new-" + ProcessHandle.current().pid());
        Folders.delete(unfinished);
        Folders.copy(packaged, unfinished);
        Files.move(unfinished, copy);
        forgetOld(versions);
      }
      Files.setLastModifiedTime(copy, FileTime.from(java.time.Instant.now()));
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy the packaged service " + service.id(), e);
    }
  }

  private static String fingerprint(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      var digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String line =
            folder.relativize(file)
                + " "
                + Files.size(file)
                + " "
                + Files.getLastModifiedTime(file).toMillis()
                + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps four: two stacks may each run another build, and an AOT cache takes about 120 MB. */
  private static void forgetOld(Path versions) throws IOException {
    List<Path> newestFirst;
    try (Stream<Path> all = Files.list(versions)) {
      newestFirst =
          all.filter(Files::isDirectory)
              .sorted(Comparator.comparing(ServiceBuild::modified).reversed())
              .toList();
    }
    for (Path old : newestFirst.stream().skip(4).toList()) {
      Folders.delete(old);
    }
  }

  private static FileTime modified(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
