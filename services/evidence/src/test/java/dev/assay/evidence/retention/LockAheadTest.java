package dev.assay.evidence.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.assay.evidence.period.AuditedYear;
import dev.assay.evidence.store.ObjectVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens in whatever order; the seed makes each failure come again. */
class LockAheadTest {

  private static final LawRuleSet LAW =
      new RetentionLaw(JsonMapper.builder().addModule(new JavaTimeModule()).build())
          .on(LocalDate.of(2026, 11, 23));
  private static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neverGetsShorterAndNeverEndsBeforeTheDecisionDoes(int seed) {
    var random = new Random(seed);
    Instant now = Instant.parse("2026-11-23T12:00:00Z");
    Instant lock = now.plus(Duration.ofDays(30 + random.nextInt(3000)));
    List<RetentionPolicy> policies = new ArrayList<>();
    @Nullable AuditedYear year = null;
    boolean held = false;

    for (int event = 0; event < 200; event++) {
      switch (random.nextInt(6)) {
        case 0 -> year = audited(random, now);
        case 1 -> year = null;
        case 2 -> held = !held;
        case 3 -> policies.add(policy(random, now));
        default -> now = now.plus(Duration.ofDays(random.nextInt(60)));
      }
      Retention retention = Decisions.decide(LAW, year, policies, "AM-04", held);
      var decision =
          new Decision(
              new UUID(0, seed), new ObjectVersion("key", "version"), lock, 0, retention, LAW);

      Instant needed = decision.neededUntil(now);

      assertThat(needed).isAfterOrEqualTo(lock);
      retention
          .through()
          .ifPresent(
              day ->
                  assertThat(needed)
                      .isAfterOrEqualTo(day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
      if (retention.firstDeletable().isEmpty()) {
        assertThat(needed).isAfterOrEqualTo(now.plus(LAW.lock().renewWhenLeft()));
      }
      lock = needed;
    }
  }

  private static AuditedYear audited(Random random, Instant now) {
    LocalDate concluded = LocalDate.of(2027, 1, 1).plusDays(random.nextInt(400));
    @Nullable LocalDate again =
        random.nextBoolean() ? null : concluded.plusDays(random.nextInt(900));
    return new AuditedYear(
        "2026",
        LocalDate.of(2026, 1, 1),
        YEAR_END,
        concluded,
        again,
        LocalDate.of((again == null ? concluded : again).getYear(), 12, 31),
        now);
  }

  private static RetentionPolicy policy(Random random, Instant now) {
    return new RetentionPolicy(
        new UUID(1, random.nextLong()),
        LocalDate.of(2026, 1, 1),
        List.of("ALL", "AM", "AM-04", "CM").get(random.nextInt(4)),
        random.nextBoolean() ? PolicyStart.FISCAL_YEAR_END : PolicyStart.AUDIT_CONCLUDED,
        1 + random.nextInt(15),
        "A reason",
        "somebody",
        now);
  }
}
