package dev.assay.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.local.layout.Layout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script's one decision, on JDKs made of two scripts. */
class FindJdkTest {
  @TempDir Path folder;

  private Path repository;
  private Path bin;

  @BeforeEach
  void copyScript() throws Exception {
    repository = Files.createDirectory(folder.resolve("repository"));
    Path script = repository.resolve("assay");
    Files.copy(Layout.findRepository().resolve("assay"), script);
    assertThat(script.toFile().setExecutable(true)).isTrue();
    bin = Files.createDirectory(folder.resolve("bin"));
    for (String program : new String[] {"bash", "sh", "dirname", "readlink", "grep"}) {
      Files.createSymbolicLink(bin.resolve(program), Path.of("/bin", program));
    }
    executable(repository.resolve("mvnw"), "echo \"$JAVA_HOME $*\"");
  }

  private static void executable(Path file, String script) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Path jdk(String name, String version) throws Exception {
    Path home = folder.resolve(name);
    executable(home.resolve("bin/javac"), "exit 0");
    executable(home.resolve("bin/java"), "echo 'openjdk version \"" + version + "\"' >&2");
    return home;
  }

  private record Ended(int code, String said) {}

  private Ended run(Path javaHome, String systemJdks, String... arguments) throws Exception {
    var line = new java.util.ArrayList<String>();
    line.add(repository.resolve("assay").toString());
    line.addAll(java.util.List.of(arguments));
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("JAVA_HOME", javaHome.toString());
    builder.environment().put("ASSAY_JDK_FOLDERS", systemJdks);
    var process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said.strip());
  }

  @Test
  void takesJavaHomeWhenItIsTwentyFive() throws Exception {
    Path jdk = jdk("jdk", "25.0.1");

    assertThat(run(jdk, "", "mvn", "-v")).isEqualTo(new Ended(0, jdk + " -v"));
  }

  @Test
  void looksInSystemFoldersWhenJavaHomeIsOlder() throws Exception {
    Path old = jdk("old", "21.0.4");
    Path right = jdk("jvms/temurin-25", "25");

    assertThat(run(old, folder.resolve("jvms") + "/*", "mvn", "-v"))
        .isEqualTo(new Ended(0, right + " -v"));
  }

  @Test
  void saysWhatToDoAndEndsWithThreeWhenThereIsNone() throws Exception {
    Ended ended = run(jdk("old", "17.0.1"), folder.resolve("none") + "/*", "up");

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.said())
        .hasLineCount(1)
        .contains("no JDK 25 was found")
        .contains("set JAVA_HOME");
  }
}
