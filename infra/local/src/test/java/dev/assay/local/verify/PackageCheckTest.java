package dev.assay.local.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one package here was made by the service; every other file is made of it, and refused. */
class PackageCheckTest {

  private static final Path REAL = Path.of("src/test/resources/package/assay-audit-package-1.zip");

  @TempDir Path folder;
  private Path file = Path.of("");
  private byte[] real = {};

  @BeforeEach
  void take() throws IOException {
    file = folder.resolve("package.zip");
    real = Files.readAllBytes(REAL);
  }

  private Verdict check(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    return PackageCheck.of(file, Optional.empty());
  }

  private String refusal(byte[] bytes) throws IOException {
    Verdict verdict = check(bytes);
    assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    return verdict instanceof Verdict.Refused refused ? refused.reason() : "";
  }

  private Made made() throws IOException {
    return Made.of(real);
  }

  @Test
  void acceptsThePackageThatTheServiceMade() throws IOException {
    assertThat(check(real))
        .isInstanceOfSatisfying(
            Verdict.Accepted.class,
            accepted ->
                assertThat(accepted.about())
                    .isEqualTo(
                        new Verdict.Summary(
                            "01900000-0000-7000-8000-00000000000a",
                            "2026-01-01",
                            "2026-12-31",
                            "2026-07-15T09:00:00.500Z",
                            3,
                            3,
                            2,
                            3019,
                            6)));
  }

  @Test
  void acceptsWhatTheTestItselfPutsTogetherFromTheSameParts() throws IOException {
    assertThat(made().zip()).isEqualTo(real);
  }

  @Test
  void holdsThePackageAgainstADigestFromElsewhere() throws IOException {
    String digest = check(real).sha256();
    String other = digest.replace(digest.charAt(0), digest.charAt(0) == '0' ? '1' : '0');

    assertThat(PackageCheck.of(file, Optional.of(digest))).isInstanceOf(Verdict.Accepted.class);
    assertThat(PackageCheck.of(file, Optional.of(other))).isInstanceOf(Verdict.Refused.class);
  }

  /**
   * Every byte of the package, in every region: a header, a name, a content, the directory. Of the
   * page's own text, which is as long as all the rest, every eleventh.
   */
  @Test
  void refusesAChangeOfAnyByte() throws IOException {
    var random = new Random(802);
    Files.write(file, real);

    try (var access = new RandomAccessFile(file.toFile(), "rw")) {
      int page = made().entries().getOrDefault("README.html", new byte[0]).length;
      for (int place = 0; place < real.length; place += place > 50 && place < page ? 11 : 1) {
        write(access, place, real[place] ^ (1 << random.nextInt(8)));

        assertThat(PackageCheck.of(file, Optional.empty()))
            .as("byte %d changed", place)
            .isInstanceOf(Verdict.Refused.class);

        write(access, place, real[place]);
      }
    }
    assertThat(PackageCheck.of(file, Optional.empty())).isInstanceOf(Verdict.Accepted.class);
  }

  private static void write(RandomAccessFile access, int place, int value) throws IOException {
    access.seek(place);
    access.write(value);
  }

  @Test
  void refusesBytesThatWereTakenOutOrPutIn() throws IOException {
    var random = new Random(404);

    for (int i = 0; i < 1000; i++) {
      int place = i < 100 ? i : random.nextInt(real.length);
      int length = Math.min(1 + random.nextInt(i % 2 == 0 ? 1 : 64), real.length - place);
      byte[] more = new byte[length];
      random.nextBytes(more);

      refusal(join(real, place, place + length, new byte[0]));
      refusal(join(real, place, place, more));
      refusal(join(real, place, place, Arrays.copyOfRange(real, place, place + length)));
    }
  }

  private static byte[] join(byte[] bytes, int upTo, int from, byte[] between) {
    byte[] joined = Arrays.copyOf(bytes, upTo + between.length + bytes.length - from);
    System.arraycopy(between, 0, joined, upTo, between.length);
    System.arraycopy(bytes, from, joined, upTo + between.length, bytes.length - from);
    return joined;
  }

  @Test
  void refusesAPackageThatIsCutAnywhere() throws IOException {
    for (int length = 0; length < real.length; length += length < 200 ? 1 : 37) {
      refusal(Arrays.copyOf(real, length));
    }
    for (int missing = 1; missing <= 100; missing++) {
      refusal(Arrays.copyOf(real, real.length - missing));
    }
  }

  @Test
  void refusesAnythingAfterItsEndOrBeforeItsBegin() throws IOException {
    assertThat(refusal(join(real, real.length, real.length, new byte[] {0})))
        .contains("there are 1 bytes more");
    refusal(join(real, 0, 0, new byte[] {0}));
    refusal(join(real, 0, 0, real));
    refusal(join(real, real.length, real.length, real));
  }

  @Test
  void refusesDataBetweenEntries() throws IOException {
    Made made = made();

    for (int before = 0; before <= made.entries().size(); before++) {
      assertThat(refusal(made.zipWithGap(before, "hidden".getBytes(UTF_8))))
          .contains(before == 0 ? "does not begin" : "At byte");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evidence",
        "audit-events.jsonl",
        "README.html",
        "manifest.json",
        "sha256sums.txt"
      })
  void refusesAPackageWithoutAnEntry(String begin) throws IOException {
    Made made = made();
    String gone =
        made.entries().keySet().stream().filter(p -> p.startsWith(begin)).findFirst().orElseThrow();
    made.entries().remove(gone);
    if (!begin.equals("sha256sums.txt")) {
      made.sumAgain();
    }

    String reason = refusal(made.zip());

    assertThat(reason).contains(gone);
  }

  @Test
  void refusesAnEntryThatTheManifestDoesNotName() throws IOException {
    Made made = made();
    String path = made.evidence();
    made.entries().put(path + "x", "more".getBytes(UTF_8));
    made.sumAgain();

    assertThat(refusal(made.zip()))
        .isEqualTo(path + "x is in the package and not in manifest.json.");
  }

  @Test
  void refusesAnEntryUnderAnotherName() throws IOException {
    Made made = made();
    String path = made.evidence();
    byte[] content = made.entries().remove(path);
    made.entries().put(path + "x", content == null ? new byte[0] : content);
    made.sumAgain();

    assertThat(refusal(made.zip())).contains("manifest.json names " + path);
  }

  @Test
  void refusesAFileWhoseEveryDigestButTheManifestsWasMadeAnew() throws IOException {
    Made made = made();
    String path = made.evidence();
    made.entries().computeIfPresent(path, (same, content) -> flipped(content));
    made.sumAgain();

    assertThat(refusal(made.zip()))
        .isEqualTo(path + " is not the file that manifest.json describes.");
  }

  private static byte[] flipped(byte[] content) {
    byte[] other = content.clone();
    other[0] ^= 1;
    return other;
  }

  @Test
  void refusesTwoEntriesOfOneName() throws IOException {
    Made made = made();

    for (String path : made.entries().keySet()) {
      assertThat(refusal(made.zipTwice(path))).isEqualTo("It has two entries named " + path + ".");
    }
  }

  @Test
  void refusesEntriesInAnotherOrder() throws IOException {
    assertThat(refusal(made().zipBackwards())).contains("not in the order of their names");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "/etc/passwd",
        "evidence/../../x",
        "evidence/",
        "evidence\\x",
        "a\u0000b",
        "x.html"
      })
  void refusesNamesThatNoPackageHas(String name) throws IOException {
    Made made = made();
    made.entries().put(name, new byte[] {1});
    made.sumAgain();

    assertThat(refusal(made.zip())).contains("a name that no entry of a package has");
  }

  @Test
  void refusesACompressedEntry() throws IOException {
    Made made = made();

    assertThat(refusal(made.zipDeflated())).contains("At byte").contains("the header of");
  }

  @Test
  void refusesAnArchiveComment() throws IOException {
    byte[] commented = Arrays.copyOf(real, real.length + 3);
    commented[real.length - 2] = 3;

    assertThat(refusal(commented)).contains("the end of the directory");
  }

  @Test
  void refusesSizesBeyondTheFile() throws IOException {
    byte[] huge = real.clone();
    Arrays.fill(huge, 18, 26, (byte) 0x7f);

    assertThat(refusal(huge)).isNotEmpty();
    Arrays.fill(huge, 18, 26, (byte) 0xff);
    assertThat(refusal(huge)).isNotEmpty();
  }

  @Test
  void refusesAManifestThatSaysOtherwise() throws IOException {
    Map<String, UnaryOperator<String>> changes = new LinkedHashMap<>();
    changes.put("totals", json -> json.replace("\"files\":3,\"items\"", "\"files\":4,\"items\""));
    changes.put("format", json -> json.replace("assay-audit-package-1", "assay-audit-package-2"));
    changes.put("field", json -> json.replace("\"totals\":", "\"more\":1,\"totals\":"));
    changes.put("twice", json -> json.replace("\"totals\":", "\"knownAt\":\"x\",\"totals\":"));
    changes.put("excluded", json -> json.replaceFirst("\\{\"fileId\":[^}]*},", ""));
    changes.put("events", json -> json.replace("\"count\":6", "\"count\":5"));
    changes.put("end", json -> json + "{}");
    changes.put("cut", json -> json.substring(0, json.length() - 5));
    changes.put("depth", json -> json.replace("\"ledgerProofs\":[]", "\"ledgerProofs\":" + deep()));
    changes.put("empty", json -> "");
    changes.put("number", json -> json.replace("\"size\":3000", "\"size\":3000.5"));
    changes.put("path", json -> json.replaceFirst("\"path\":\"evidence/[^\"]*\"", "\"path\":1"));
    changes.put("size", json -> json.replace("\"size\":3000", "\"size\":2999"));

    for (var change : changes.entrySet()) {
      Made made = made();
      made.entries()
          .computeIfPresent(
              "manifest.json",
              (same, bytes) -> change.getValue().apply(new String(bytes, UTF_8)).getBytes(UTF_8));
      made.sumAgain();
      byte[] zip = made.zip();
      assertThat(zip).as(change.getKey()).isNotEqualTo(real);

      assertThat(refusal(zip)).as(change.getKey()).containsAnyOf("manifest.json", "evidence/");
    }
  }

  private static String deep() {
    return "[".repeat(2000) + "]".repeat(2000);
  }

  @Test
  void namesThePlaceWhereSomethingElseStands() throws IOException {
    byte[] other = real.clone();
    other[8] ^= 8;

    assertThat(refusal(other))
        .isEqualTo("At byte 8 something else stands than the header of README.html.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PK", "not a zip at all, but long enough to hold a header"})
  void refusesWhatIsNoPackage(String text) throws IOException {
    assertThat(refusal(text.getBytes(UTF_8)).toLowerCase(Locale.ROOT)).contains("package");
  }
}
