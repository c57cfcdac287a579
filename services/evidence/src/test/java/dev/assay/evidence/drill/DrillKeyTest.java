package dev.assay.evidence.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the system's openssl, which knows nothing of us. */
class DrillKeyTest {

  @TempDir Path folder;

  private static DrillKey key(String setting) {
    return new DrillKey(
        new DrillSettings() {
          @Override
          public String secretKey() {
            return setting;
          }

          @Override
          public Duration settle() {
            return Duration.ZERO;
          }
        });
  }

  private static String openssl(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(Arrays.asList(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }

  @Test
  void signsWithTheKeyThatIsSet() throws IOException {
    String pem = openssl("genpkey", "-algorithm", "ed25519");
    Path secret = Files.writeString(folder.resolve("secret.pem"), pem);
    Path document = Files.writeString(folder.resolve("document"), "{}");

    DrillKey key = key(pem);

    String expected = openssl("pkey", "-in", secret.toString(), "-pubout");
    assertThat(key.publicKey()).isEqualTo(expected);
    Signed signed = key.sign("{}".getBytes(StandardCharsets.US_ASCII));
    assertThat(signed.publicKey()).isEqualTo(expected);
    assertThat(signed.keyId()).isEqualTo(key.keyId());
    Path signature =
        Files.write(folder.resolve("signature"), Base64.getDecoder().decode(signed.signature()));
    Path open = Files.writeString(folder.resolve("public.pem"), key.publicKey());
    assertThat(
            openssl(
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                open.toString(),
                "-rawin",
                "-in",
                document.toString(),
                "-sigfile",
                signature.toString()))
        .contains("Signature Verified Successfully");
  }

  @Test
  void isTheSameOnEveryReplica() {
    assertThat(key("local-only").keyId()).isEqualTo(key("local-only").keyId());
  }

  @Test
  void refusesAKeyOfAnotherKind() throws IOException {
    String rsa = openssl("genpkey", "-algorithm", "rsa", "-pkeyopt", "rsa_keygen_bits:2048");

    assertThatThrownBy(() -> key(rsa))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("assay.evidence.drill.secret-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "swordfish", "AAAA", "-----BEGIN PRIVATE KEY-----"})
  void refusesWhatIsNoKeyAndDoesNotRepeatIt(String setting) {
    assertThatThrownBy(() -> key(setting))
        .isInstanceOf(IllegalStateException.class)
        .hasNoCause()
        .hasMessageNotContaining("swordfish");
  }
}
