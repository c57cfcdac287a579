package dev.assay.evidence.auditpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageWriterTest {

  /**
   * {@link Vault#small} as a package; the verifier's tests begin with it too. Whoever has to change
   * it changes the format, and must give that another name: nobody could make the packages again
   * that are out there.
   */
  private static final Path GOLDEN =
      Path.of("../../infra/local/src/test/resources/package/assay-audit-package-1.zip");

  @TempDir Path folder;

  static byte[] write(Vault vault, int room) throws IOException {
    var out = new ByteArrayOutputStream();
    new PackageWriter(room).write(vault, out, (files, bytes) -> {});
    return out.toByteArray();
  }

  @Test
  void makesTheSameBytesInEveryRelease() throws IOException {
    byte[] made = write(Vault.small(), 1 << 20);

    if (Boolean.getBoolean("assay.package.write")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.write(GOLDEN, made);
    }

    assertThat(made).isEqualTo(Files.readAllBytes(GOLDEN));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 2999, 3000, 1 << 20})
  void makesTheSameBytesWithWhateverMemory(int room) throws IOException {
    assertThat(write(Vault.small(), room)).isEqualTo(write(Vault.small(), 1 << 20));
  }

  @ParameterizedTest
  @CsvSource({"Pacific/Apia,tr-TR", "America/New_York,ar-EG", "Asia/Kathmandu,en-US"})
  void makesTheSameBytesWhereverItRuns(String zone, String language) throws IOException {
    byte[] here = write(Vault.small(), 1 << 20);
    TimeZone ownZone = TimeZone.getDefault();
    Locale ownLanguage = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      Locale.setDefault(Locale.forLanguageTag(language));

      assertThat(write(Vault.small(), 1 << 20)).isEqualTo(here);
    } finally {
      TimeZone.setDefault(ownZone);
      Locale.setDefault(ownLanguage);
    }
  }

  @Test
  void holdsEveryFileUnderItsPlaceInTheOrderOfNames() throws IOException {
    Map<String, byte[]> entries = entries(write(Vault.small(), 1 << 20));

    assertThat(entries.keySet().stream().sorted().toList())
        .hasSize(7)
        .startsWith("README.html", "audit-events.jsonl")
        .endsWith("manifest.json", "sha256sums.txt")
        .allMatch(path -> path.matches("[A-Za-z0-9._/-]+") && !path.contains(".."));
    assertThat(entries.values()).contains(new byte[3000]);
  }

  @Test
  void listsTheDigestOfEveryOtherEntry() throws IOException {
    Map<String, byte[]> entries = entries(write(Vault.small(), 1 << 20));
    byte[] sums = entries.remove("sha256sums.txt");

    List<String> expected =
        entries.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> Vault.sha256(entry.getValue()) + "  " + entry.getKey())
            .toList();
    assertThat(new String(sums, StandardCharsets.UTF_8).lines())
        .containsExactlyElementsOf(expected);
  }

  @Test
  void hasACanonicalManifestThatTellsAllOfIt() throws IOException {
    Vault vault = Vault.small();
    Map<String, byte[]> entries = entries(write(vault, 1 << 20));
    String manifest = new String(entries.get("manifest.json"), StandardCharsets.UTF_8);

    assertThat(manifest).isEqualTo(new JsonCanonicalizer(manifest).getEncodedString() + "\n");
    JsonNode told = new ObjectMapper().readTree(manifest);
    assertThat(told.path("format").asText()).isEqualTo("assay-audit-package-1");
    assertThat(told.path("knownAt").asText()).isEqualTo("2026-07-15T09:00:00.500Z");
    assertThat(told.path("totals").toString())
        .isEqualTo("{\"bytes\":3019,\"excluded\":2,\"files\":3,\"items\":3}");
    assertThat(told.at("/excluded/0/reason").asText()).isEqualTo("QUARANTINED");
    assertThat(told.at("/excluded/1/reason").asText()).isEqualTo("NO_FILE");
    assertThat(told.at("/excluded/1").has("fileId")).isFalse();
    assertThat(told.path("ledgerProofs").isArray()).isTrue();
    assertThat(told.at("/items/0/ledgerProofs").isArray()).isTrue();
    JsonNode file = told.at("/items/0/files/1");
    assertThat(file.path("name").asText()).isEqualTo("\u00e9t\u00e9  <quarter>?.csv");
    assertThat(entries.get(file.path("path").asText())).isEqualTo(new byte[3000]);
    assertThat(file.path("sha256").asText()).isEqualTo(Vault.sha256(new byte[3000]));
    assertThat(file.at("/lock/mode").asText()).isEqualTo("COMPLIANCE");
    assertThat(file.path("timeStamps").isArray()).isTrue();
    assertThat(told.at("/items/0/custody").findValuesAsText("what"))
        .containsExactly("evidence.entered", "evidence-file.sealed", "evidence-file.sealed");
    assertThat(told.at("/items/2/files")).isEmpty();
    assertThat(told.at("/auditEvents/count").asInt())
        .isEqualTo(
            (int)
                new String(entries.get("audit-events.jsonl"), StandardCharsets.UTF_8)
                    .lines()
                    .count());
  }

  @Test
  void tellsOfManyItemsPageByPage() throws IOException {
    var vault = new Vault();
    for (int i = 0; i < 123; i++) {
      UUID item = vault.item("Item " + i);
      for (int j = 0; j < i % 5; j++) {
        vault.file(item, j + ".txt", ("file " + i + "." + j).getBytes(StandardCharsets.UTF_8));
      }
    }
    UUID large = vault.item("Many files");
    for (int i = 0; i < 1001; i++) {
      vault.file(large, i + ".txt", ("one " + i).getBytes(StandardCharsets.UTF_8));
    }

    Map<String, byte[]> entries = entries(write(vault, 1 << 20));

    JsonNode told = new ObjectMapper().readTree(entries.get("manifest.json"));
    assertThat(told.path("items")).hasSize(124);
    assertThat(told.findValuesAsText("path"))
        .hasSize(1 + vault.totals().files())
        .doesNotHaveDuplicates()
        .allMatch(entries::containsKey);
    assertThat(told.at("/items/123/custody")).hasSize(1002);
  }

  @Test
  void saysNothingWasHeldWhenNothingWas() throws IOException {
    Map<String, byte[]> entries = entries(write(new Vault(), 0));

    assertThat(entries).hasSize(4);
    assertThat(new String(entries.get("manifest.json"), StandardCharsets.UTF_8))
        .contains("\"items\":[]")
        .contains("\"totals\":{\"bytes\":0,\"excluded\":0,\"files\":0,\"items\":0}");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1 << 20})
  void isNotMadeOfEvidenceThatIsNotWhatWasSealed(int room) {
    var vault = new Vault();
    UUID item = vault.item("Users");
    byte[] content = "name,role\n".getBytes(StandardCharsets.UTF_8);
    UUID file = vault.file(item, "users.csv", content);
    byte[] other = content.clone();
    other[3] ^= 1;
    vault.damage(file, other);

    assertThatThrownBy(() -> write(vault, room))
        .isInstanceOfSatisfying(
            EvidenceDamaged.class, damaged -> assertThat(damaged.file()).isEqualTo(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "CON",
        "a:b?.csv",
        "...",
        "\u202egpj.exe",
        "-rf",
        "\ud83d\ude00"
      })
  void givesNoFileAPlaceThatHarms(String name) throws IOException {
    var vault = new Vault();
    vault.file(vault.item("Users"), name, new byte[] {1});
    var longest = "x".repeat(300) + ".csv";
    vault.file(vault.item("More"), longest, new byte[] {2});

    for (String path : entries(write(vault, 1 << 20)).keySet()) {
      assertThat(path).matches("[A-Za-z0-9._/-]+").doesNotContain("/../").doesNotStartWith("/");
      assertThat(Arrays.stream(path.split("/")).mapToInt(String::length).max().orElse(0))
          .isLessThan(200);
    }
  }

  private Map<String, byte[]> entries(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(UUID.randomUUID() + ".zip"), bytes);
    Map<String, byte[]> entries = new HashMap<>();
    try (var zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }
}
