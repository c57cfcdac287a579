package dev.assay.evidence.drill;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Draws a sample that anybody can draw again: of the population's files those whose SHA-256 over
 * the seed's 32 bytes and the file id's 36 characters is smallest, the smallest first. Memory grows
 * with the sample, not with the population.
 */
final class Draw {

  /** What responses and result documents name; another algorithm would have another name. */
  static final String ALGORITHM = "assay-drill-sample-1";

  private static final Comparator<Ranked> BY_RANK = Comparator.comparing(Ranked::rank);

  private final byte[] seed;
  private final int size;
  private final PriorityQueue<Ranked> smallest = new PriorityQueue<>(BY_RANK.reversed());
  private final MessageDigest ranks = sha256();
  private final MessageDigest population = sha256();
  private @Nullable UUID last;
  private int count;

  /**
   * @param seed 32 bytes in lower-case hexadecimal
   * @param size the most files to draw, at least 1
   */
  Draw(String seed, int size) {
    this.seed = HexFormat.of().parseHex(seed);
    this.size = size;
    if (this.seed.length != 32 || size < 1) {
      throw new IllegalArgumentException("a seed has 32 bytes, and a sample at least one file");
    }
  }

  /**
   * What was drawn.
   *
   * @param population how many files there were to draw from
   * @param populationSha256 over each id and a line feed, in ascending order
   * @param files the sample in its order
   */
  record Drawn(int population, String populationSha256, List<UUID> files) {
    Drawn {
      files = List.copyOf(files);
    }
  }

  /** Hexadecimal digits sort as the bytes do. */
  private record Ranked(String rank, UUID file) {}

  /**
   * Takes the next file of the population.
   *
   * @throws IllegalArgumentException when it is not after the one before: the digest of the
   *     population is that of one list only
   */
  void add(UUID file) {
    if (last != null && last.toString().compareTo(file.toString()) >= 0) {
      throw new IllegalArgumentException("the population is listed by ascending id, each one once");
    }
    last = file;
    count++;
    byte[] id = file.toString().getBytes(StandardCharsets.US_ASCII);
    population.update(id);
    population.update((byte) '\n');
    ranks.update(seed);
    smallest.add(new Ranked(HexFormat.of().formatHex(ranks.digest(id)), file));
    if (smallest.size() > size) {
      smallest.remove();
    }
  }

  /** Ends the drawing; to be asked once. */
  Drawn drawn() {
    List<Ranked> sample = new ArrayList<>(smallest);
    sample.sort(BY_RANK);
    return new Drawn(
        count,
        HexFormat.of().formatHex(population.digest()),
        sample.stream().map(Ranked::file).toList());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
