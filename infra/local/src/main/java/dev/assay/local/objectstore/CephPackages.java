package dev.assay.local.objectstore;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Progress;
import dev.assay.local.layout.Refusal;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Ceph's programs, installed through apt where that is possible without asking anybody. */
final class CephPackages {
  private static final List<String> PROGRAMS =
      List.of("ceph-mon", "ceph-osd", "radosgw", "radosgw-admin", "ceph", "monmaptool");
  private static final List<String> PACKAGES =
      List.of("ceph-mon", "ceph-osd", "radosgw", "ceph-common");
  private static final String BY_HAND =
      "apt-get update && apt-get install --no-install-recommends " + String.join(" ", PACKAGES);

  private final String searchPath;
  private final Path log;

  CephPackages(Path log) {
    this(System.getenv().getOrDefault("PATH", ""), log);
  }

  CephPackages(String searchPath, Path log) {
    this.searchPath = searchPath;
    this.log = log;
  }

  void installIfMissing(Progress progress) throws InterruptedException {
    if (PROGRAMS.stream().allMatch(this::found)) {
      return;
    }
    if (!found("apt-get")) {
      throw new Refusal(
          Exit.MISSING,
          "Ceph is missing and this machine has no apt: install ceph-mon, ceph-osd, radosgw and ceph's command line, or set ASSAY_STORE_ENDPOINT to an S3 store with Object Lock.");
    }
    List<String> asRoot = asRoot();
    progress.begin(
        "ceph-apt", "installing " + String.join(", ", PACKAGES) + " with apt (about 70 MB)");
    apt(asRoot, List.of("update"));
    var install = new ArrayList<>(List.of("install", "-y", "--no-install-recommends"));
    install.addAll(PACKAGES);
    apt(asRoot, install);
    progress.done("ceph-apt", "installed");
  }

  private List<String> asRoot() throws InterruptedException {
    if (run(List.of("sh", "-c", "test \"$(id -u)\" = 0"))) {
      return List.of();
    }
    if (found("sudo") && run(List.of("sudo", "-n", "true"))) {
      return List.of("sudo", "-n");
    }
    throw new Refusal(
        Exit.MISSING,
        "Ceph, the local object store, is missing and installing it needs root; run this once, then ./assay up again:\n    sudo sh -c '"
            + BY_HAND
            + "'");
  }

  private void apt(List<String> asRoot, List<String> arguments) throws InterruptedException {
    var line = new ArrayList<>(asRoot);
    line.addAll(
        List.of(
            "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120"));
    line.addAll(arguments);
    if (!run(line)) {
      throw new Refusal(
          Exit.MISSING,
          "apt could not install Ceph (its output is in " + log + "); by hand: " + BY_HAND);
    }
  }

  private boolean found(String program) {
    return locate(program).isPresent();
  }

  private Optional<Path> locate(String program) {
    return Stream.of(searchPath.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private boolean run(List<String> line) throws InterruptedException {
    try {
      // Java itself would look for the program on its own search path, not on the one given here.
      var resolved = new ArrayList<>(line);
      resolved.set(0, locate(line.getFirst()).map(Path::toString).orElse(line.getFirst()));
      var builder =
          new ProcessBuilder(resolved)
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(Map.of("PATH", searchPath));
      return builder.start().waitFor() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
