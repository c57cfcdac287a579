package dev.assay.local.process;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to run a program that must not be root: PostgreSQL refuses, and Ceph has no need. */
public enum Unprivileged {
  /** We are an ordinary user already. */
  AS_IS(""),
  /** Root in an empty user namespace: owns its files still, may do nothing else. */
  NAMESPACE("unshare -U"),
  /**
   * Where namespaces are refused: the user nobody, who must be able to reach and own the folder.
   */
  NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

  private final String prefix;

  Unprivileged(String prefix) {
    this.prefix = prefix;
  }

  public static Unprivileged choose() {
    if (!"0".equals(output("id", "-u"))) {
      return AS_IS;
    }
    for (Unprivileged way : List.of(NAMESPACE, NOBODY)) {
      var test = way.line(List.of("true"));
      if (succeeds(test)) {
        return way;
      }
    }
    throw new Refusal(
        Exit.MISSING,
        "PostgreSQL does not run as root, and neither unshare nor setpriv can leave root here: run ./assay as an ordinary user.");
  }

  public List<String> line(List<String> command) {
    var line = new ArrayList<String>();
    if (!prefix.isEmpty()) {
      line.addAll(List.of(prefix.split(" ", -1)));
    }
    line.addAll(command);
    return List.copyOf(line);
  }

  /** Makes the folder usable for the program; to be called again after root has written into it. */
  public void own(Path folder) {
    if (this != NOBODY) {
      return;
    }
    run(List.of("chown", "-R", "65534:65534", folder.toString()));
    if (!succeeds(line(List.of("test", "-w", folder.toString())))) {
      throw new Refusal(
          Exit.USAGE,
          "PostgreSQL must not run as root, and the user nobody cannot reach "
              + folder
              + ": set ASSAY_HOME to a folder that everybody may enter.");
    }
  }

  private static void run(List<String> command) {
    if (!succeeds(command)) {
      throw new IllegalStateException("Failed: " + String.join(" ", command));
    }
  }

  private static boolean succeeds(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String output(String... command) {
    try {
      var process = new ProcessBuilder(command).start();
      return new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
