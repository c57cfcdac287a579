package dev.assay.local.postgres;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the archive on the class path. */
final class PostgresBinaries {
  private final Path bin;

  private PostgresBinaries(Path bin) {
    this.bin = bin;
  }

  static PostgresBinaries unpack(Path tools) throws InterruptedException {
    String architecture =
        System.getProperty("os.arch").toLowerCase(Locale.ROOT).equals("aarch64")
            ? "arm_64"
            : "x86_64";
    String archive = "postgres-linux-" + architecture + ".txz";
    URL found = PostgresBinaries.class.getClassLoader().getResource(archive);
    if (found == null) {
      throw new Refusal(
          Exit.MISSING, "There are no PostgreSQL programs for this machine: " + archive + ".");
    }
    Path home = tools.resolve(versionOf(found));
    if (!Files.isDirectory(home)) {
      untar(found, home);
    }
    return new PostgresBinaries(home.resolve("bin"));
  }

  String path(String program) {
    return bin.resolve(program).toString();
  }

  /** The archive has no version of its own; the jar around it has: …-linux-amd64-18.6.0.jar. */
  private static String versionOf(URL archive) {
    String jar = archive.getPath().replaceFirst("\\.jar!.*", "");
    return "postgres-" + jar.substring(jar.lastIndexOf('-') + 1);
  }

  private static void untar(URL archive, Path home) throws InterruptedException {
    try {
      Path unfinished = Files.createTempDirectory(home.toAbsolutePath().getParent(), "postgres-");
      Process tar =
          new ProcessBuilder("tar", "-x", "-C", unfinished.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (InputStream in = new XZInputStream(archive.openStream());
          var out = tar.getOutputStream()) {
        in.transferTo(out);
      }
      if (tar.waitFor() != 0) {
        throw new IOException("tar ended with " + tar.exitValue());
      }
      new ProcessBuilder("chmod", "a+rx", unfinished.toString()).start().waitFor();
      Files.move(unfinished, home);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack PostgreSQL to " + home, e);
    }
  }
}
