package dev.assay.tenants.filer.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.http.problem.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilerRuleSetsTest {

  private static final FilerRuleSets PUBLISHED = FilerRuleSets.published();

  private static FilerRuleSet named(String name, String from) {
    FilerRuleSet proposed = ProposedRules.release3311419();
    return new FilerRuleSet(name, LocalDate.parse(from), null, proposed.source(), proposed.rules());
  }

  @Test
  void oneRuleSetHoldsOnEachDaySinceTheFirst() {
    LocalDate first = PUBLISHED.all().getFirst().effectiveFrom();

    assertThat(PUBLISHED.inForceOn(first.minusDays(1))).isEmpty();
    for (LocalDate day = first; day.isBefore(LocalDate.of(2040, 1, 1)); day = day.plusDays(1)) {
      LocalDate on = day;
      assertThat(PUBLISHED.all().stream().filter(set -> set.inForceOn(on)))
          .as("%s", day)
          .hasSize(1);
    }
  }

  @Test
  void anAdoptedRuleSetEndsTheOneBefore() {
    FilerRuleSets sets = PUBLISHED.and(List.of(named("adopted", "2028-01-01")));

    assertThat(sets.inForceOn(LocalDate.of(2027, 12, 31)).orElseThrow().ruleSet())
        .isEqualTo("filer-status-2022");
    assertThat(sets.inForceOn(LocalDate.of(2028, 1, 1)).orElseThrow().ruleSet())
        .isEqualTo("adopted");
    assertThat(sets.named("filer-status-2022").orElseThrow().effectiveTo())
        .isEqualTo(LocalDate.of(2027, 12, 31));
  }

  @Test
  void anAdoptedRuleSetHoldsThoughAReleaseBringsOneForTheSameDay() {
    FilerRuleSets sets = PUBLISHED.and(List.of(named("adopted", "2022-09-20")));

    assertThat(sets.inForceOn(LocalDate.of(2022, 9, 20)).orElseThrow().ruleSet())
        .isEqualTo("adopted");
    assertThat(sets.all()).hasSameSizeAs(PUBLISHED.all());
  }

  @Test
  void twoRuleSetsNeverBeginOnOneDay() {
    List<FilerRuleSet> twins = List.of(named("one", "2028-01-01"), named("two", "2028-01-01"));

    assertThatThrownBy(() -> new FilerRuleSets(twins)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void rulesComeBackFromTheirTextAsTheyWere() {
    for (FilerRuleSet set : PUBLISHED.and(List.of(named("adopted", "2028-01-01"))).all()) {
      assertThat(RulesText.read(RulesText.of(set.rules()))).isEqualTo(set.rules());
    }
  }

  @Test
  void aThresholdThatThisReleaseDoesNotKnowIsAnError() {
    String text = RulesText.of(ProposedRules.release3311419().rules());

    assertThatThrownBy(() -> RulesText.read(text.replaceFirst("\\{", "{\"totalAssetsBelow\":35,")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void numbersThatContradictEachOtherAreNoRules() {
    FilerRules good = ProposedRules.release3311419().rules();
    FilerRules today = PUBLISHED.all().getLast().rules();
    FloatClass large = good.largeAccelerated();
    var exitAbove =
        new FloatClass(large.entryFloat(), 1, new Money(200_000_000_001L, "USD"), 1, 12, 1);

    assertThat(good.flaws("/rules")).isEmpty();
    assertThat(flaws(exitAbove, null, good)).containsExactly("/rules/largeAccelerated/exitFloat");
    assertThat(flaws(large, large, today)).containsExactly("/rules/accelerated/entryFloat");
    assertThat(flaws(large, today.accelerated(), good)).containsExactly("/rules/dueDays");
    assertThat(flaws(large, null, today))
        .containsExactly("/rules/auditorAttestation", "/rules/dueDays");
  }

  private static List<String> flaws(
      FloatClass large, @org.jspecify.annotations.Nullable FloatClass middle, FilerRules rest) {
    return new FilerRules(
            large,
            middle,
            null,
            rest.emergingGrowth(),
            1,
            Set.copyOf(rest.auditorAttestation()),
            Map.copyOf(rest.dueDays()),
            rest.acquisition())
        .flaws("/rules").stream().map(FieldError::pointer).toList();
  }
}
