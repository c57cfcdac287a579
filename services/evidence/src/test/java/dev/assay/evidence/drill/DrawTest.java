package dev.assay.evidence.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawTest {

  private static final String SEED = "00".repeat(31) + "07";
  private static final Comparator<UUID> AS_TEXT = Comparator.comparing(UUID::toString);

  private static List<UUID> ids(int count, long seed) {
    var random = new Random(seed);
    var ids = new TreeSet<>(AS_TEXT);
    while (ids.size() < count) {
      ids.add(new UUID(random.nextLong(), random.nextLong()));
    }
    return List.copyOf(ids);
  }

  private static Draw.Drawn draw(String seed, int size, Collection<UUID> population) {
    var draw = new Draw(seed, size);
    population.stream().sorted(AS_TEXT).forEach(draw::add);
    return draw.drawn();
  }

  private static String seed(int number) {
    return "%064x".formatted(number);
  }

  /** As an auditor would do it, with nothing of ours. */
  static List<UUID> recomputed(String seed, int size, Collection<UUID> population) {
    Map<UUID, String> ranks = new HashMap<>();
    for (UUID file : population) {
      try {
        var sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(HexFormat.of().parseHex(seed));
        ranks.put(
            file,
            HexFormat.of()
                .formatHex(
                    sha256.digest(
                        file.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
      } catch (java.security.NoSuchAlgorithmException missing) {
        throw new IllegalStateException(missing);
      }
    }
    return population.stream()
        .sorted(Comparator.comparing(ranks::get, Comparator.naturalOrder()))
        .limit(size)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 25, 200, 999, 1000, 5000})
  void drawsTheFilesOfTheSmallestDigests(int size) {
    List<UUID> population = ids(1000, 1);

    Draw.Drawn drawn = draw(SEED, size, population);

    assertThat(drawn.population()).isEqualTo(1000);
    assertThat(drawn.files()).isEqualTo(recomputed(SEED, size, population));
    assertThat(drawn.files()).doesNotHaveDuplicates().hasSize(Math.min(size, 1000));
  }

  @Test
  void isAsPublished() {
    UUID first = UUID.fromString("01900000-0000-7000-8000-000000000001");
    UUID second = UUID.fromString("01900000-0000-7000-8000-000000000002");
    UUID third = UUID.fromString("f1900000-0000-7000-8000-000000000003");

    Draw.Drawn drawn = draw(SEED, 2, List.of(first, second, third));

    // printf '%s\n' <the three ids> | sha256sum; (printf <seed> | xxd -r -p; printf %s <id>) |
    // sha256sum
    assertThat(drawn.populationSha256())
        .isEqualTo("fc5465a90da6e093bc26a024f9c047ce40b742f4c1f60e8f7e3b510de60c3fdf");
    assertThat(drawn.files()).containsExactly(first, third);
  }

  @Test
  void drawsWhatIsLeftWhenAnotherFileWasNeverThere() {
    List<UUID> population = ids(300, 2);
    List<UUID> sample = draw(SEED, 20, population).files();

    for (UUID notDrawn : population) {
      if (!sample.contains(notDrawn)) {
        List<UUID> without = population.stream().filter(id -> !id.equals(notDrawn)).toList();
        assertThat(draw(SEED, 20, without).files()).isEqualTo(sample);
      }
    }
  }

  @Test
  void drawsALargerSampleAroundASmallerOne() {
    List<UUID> population = ids(300, 3);

    assertThat(draw(SEED, 50, population).files().subList(0, 20))
        .isEqualTo(draw(SEED, 20, population).files());
  }

  /** 20 of 100, 5,000 times: each is expected 1,000 times, with a standard deviation of 28. */
  @Test
  void drawsEachFileAboutAsOftenAsAnyOther() {
    List<UUID> population = ids(100, 4);
    Map<UUID, Integer> drawn = new HashMap<>();

    for (int i = 0; i < 5000; i++) {
      draw(seed(i), 20, population).files().forEach(file -> drawn.merge(file, 1, Integer::sum));
    }

    assertThat(drawn).hasSize(100);
    assertThat(drawn.values()).allMatch(times -> Math.abs(times - 1000) < 28 * 5);
  }

  @Test
  void tellsPopulationsApart() {
    List<UUID> population = ids(50, 5);

    String whole = draw(SEED, 5, population).populationSha256();

    assertThat(draw(SEED, 5, population.subList(0, 49)).populationSha256()).isNotEqualTo(whole);
    assertThat(draw(seed(9), 7, population).populationSha256()).isEqualTo(whole);
  }

  @Test
  void drawsNothingOfNothing() {
    Draw.Drawn drawn = draw(SEED, 25, List.of());

    assertThat(drawn)
        .isEqualTo(
            new Draw.Drawn(
                0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", List.of()));
  }

  @Test
  void refusesAListInAnotherOrder() {
    List<UUID> population = ids(2, 6);
    var draw = new Draw(SEED, 5);
    draw.add(population.getLast());

    assertThatThrownBy(() -> draw.add(population.getFirst()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> draw.add(population.getLast()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
