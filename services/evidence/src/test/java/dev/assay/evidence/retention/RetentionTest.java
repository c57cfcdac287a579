package dev.assay.evidence.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every record; the seeds make each failure come again. */
class RetentionTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final LawRuleSet LAW =
      new RetentionLaw(JsonMapper.builder().addModule(new JavaTimeModule()).build())
          .on(LocalDate.of(2026, 11, 23));

  static Stream<Case> cases() {
    return IntStream.range(0, 500).mapToObj(Case::new);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void neverMakesALockShorter(Case given) {
    Instant locked = given.retention(false).lockFor(given.lock, NOW, LAW.lock());

    assertThat(locked).isAfterOrEqualTo(given.lock);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void keepsNothingShorterBecauseOfAHold(Case given) {
    Retention free = given.retention(false);
    Retention held = given.retention(true);

    assertThat(held.through()).isEqualTo(free.through());
    assertThat(held.firstDeletable()).isEmpty();
    assertThat(held.lockFor(given.lock, NOW, LAW.lock()))
        .isAfterOrEqualTo(free.lockFor(given.lock, NOW, LAW.lock()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersTheSameInWhateverOrderItIsAsked(Case given) {
    List<LawRule.Term> shuffled = new ArrayList<>(given.policies);
    Collections.shuffle(shuffled, new Random(given.seed + 1));

    assertThat(Retention.of(LAW, given.facts, shuffled, false)).isEqualTo(given.retention(false));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void endsNoEarlierWithOneMorePolicyOrALaterReAudit(Case given) {
    Retention before = given.retention(false);
    List<LawRule.Term> more = new ArrayList<>(given.policies);
    more.add(new LawRule.Term("policy-x", LocalDate.of(2020, 2, 29), 9, "x"));
    Map<StartEvent, LocalDate> days = new EnumMap<>(StartEvent.class);
    days.putAll(given.facts.days());
    days.merge(
        StartEvent.REAUDIT_CONCLUDED,
        LocalDate.of(2031, 3, 1),
        (one, other) -> one.isAfter(other) ? one : other);

    Retention after = Retention.of(LAW, new AuditFacts(given.facts.outcome(), days), more, false);

    before
        .through()
        .ifPresent(day -> assertThat(after.through().orElseThrow()).isAfterOrEqualTo(day));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void neverLetsALockRunOutWhereThereIsNoEnd(Case given) {
    Retention held = given.retention(true);

    assertThat(Duration.between(NOW, held.lockFor(given.lock, NOW, LAW.lock())))
        .isGreaterThanOrEqualTo(LAW.lock().renewWhenLeft());
  }

  @Test
  void locksUntilTheLastDayHasEndedEverywhere() {
    var facts =
        new AuditFacts(
            EngagementOutcome.REPORT_ISSUED,
            Map.of(StartEvent.AUDIT_CONCLUDED, LocalDate.of(2026, 3, 12)));

    Instant until = Retention.of(LAW, facts, List.of(), false).lockFor(NOW, NOW, LAW.lock());

    assertThat(until).isEqualTo(Instant.parse("2033-03-13T12:00:00Z"));
  }

  @Test
  void leavesALongLockAsItIsWhileTheAuditGoesOn() {
    var facts = new AuditFacts(EngagementOutcome.IN_PROGRESS, Map.of());
    Instant lock = Instant.parse("2033-12-31T00:00:00Z");

    assertThat(Retention.of(LAW, facts, List.of(), false).lockFor(lock, NOW, LAW.lock()))
        .isEqualTo(lock);
  }

  @Test
  void doesNotEndByAPolicyAloneWhereAnAuditsDayIsMissing() {
    var facts = new AuditFacts(EngagementOutcome.REPORT_ISSUED, Map.of());
    var policy = new LawRule.Term("policy", LocalDate.of(2010, 1, 1), 1, "x");

    assertThat(Retention.of(LAW, facts, List.of(policy), false).status())
        .isEqualTo(RetentionStatus.NOT_STARTED);
    assertThat(
            Retention.of(
                    LAW, new AuditFacts(EngagementOutcome.NONE, Map.of()), List.of(policy), false)
                .status())
        .isEqualTo(RetentionStatus.DATED);
  }

  static final class Case {
    private final int seed;
    private final AuditFacts facts;
    private final List<LawRule.Term> policies;
    private final Instant lock;

    Case(int seed) {
      this.seed = seed;
      var random = new Random(seed);
      Map<StartEvent, LocalDate> days = new EnumMap<>(StartEvent.class);
      for (StartEvent event : StartEvent.values()) {
        if (random.nextBoolean()) {
          days.put(event, LocalDate.of(2012, 1, 1).plusDays(random.nextInt(9000)));
        }
      }
      var outcomes = EngagementOutcome.values();
      facts = new AuditFacts(outcomes[random.nextInt(outcomes.length)], days);
      policies =
          random
              .ints(random.nextInt(4), 1, 15)
              .mapToObj(
                  years ->
                      new LawRule.Term(
                          "policy-" + random.nextInt(3),
                          LocalDate.of(2012, 1, 1).plusDays(random.nextInt(9000)),
                          years,
                          "x"))
              .toList();
      lock = NOW.plus(Duration.ofDays(random.nextInt(4000) - 200));
    }

    Retention retention(boolean held) {
      return Retention.of(LAW, facts, policies, held);
    }

    @Override
    public String toString() {
      return "seed " + seed + ": " + facts + " " + policies;
    }
  }
}
