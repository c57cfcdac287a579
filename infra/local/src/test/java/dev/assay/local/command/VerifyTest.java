package dev.assay.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyTest {

  private static final String REAL = "src/test/resources/package/assay-audit-package-1.zip";

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private Exit run(String... line) throws IOException, InterruptedException {
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Assay(folder, Map.of(), out).run(List.of(line));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void acceptsAPackageAndAsksForADigestFromElsewhere() throws IOException, InterruptedException {
    assertThat(run("verify", REAL)).isEqualTo(Exit.OK);

    assertThat(said())
        .startsWith("ACCEPTED")
        .contains("client 01900000-0000-7000-8000-00000000000a")
        .contains("period 2026-01-01 to 2026-12-31")
        .contains("3 items, 3 files of 3019 bytes, 2 left out, 6 audit events")
        .contains("Compare sha256");
  }

  @Test
  void holdsItAgainstTheDigestGiven() throws IOException, InterruptedException {
    run("verify", REAL);
    String digest = said().lines().toList().get(1).substring("sha256 ".length());
    said.reset();

    assertThat(run("verify", REAL, "--sha256", digest.toUpperCase(java.util.Locale.ROOT)))
        .isEqualTo(Exit.OK);
    assertThat(said()).contains("the digest that you gave");
    assertThat(run("verify", REAL, "--sha256", "0".repeat(64))).isEqualTo(Exit.PACKAGE_REFUSED);
  }

  @Test
  void saysWhatIsWrong() throws IOException, InterruptedException {
    byte[] bytes = Files.readAllBytes(Path.of(REAL));
    bytes[8] ^= 8;
    Path changed = Files.write(folder.resolve("changed.zip"), bytes);

    assertThat(run("verify", changed.toString())).isEqualTo(Exit.PACKAGE_REFUSED);

    assertThat(said())
        .startsWith("REFUSED: At byte 8 something else stands than the header of README.html.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "verify",
        "verify nowhere.zip",
        "verify .",
        "verify " + REAL + " more",
        "verify " + REAL + " --sha256 abc",
        "verify " + REAL + " --sha",
      })
  void refusesALineThatItDoesNotUnderstand(String line) {
    assertThatThrownBy(() -> run(line.split(" ")))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.USAGE));
  }
}
