package dev.assay.tenants.filer.rule;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Rules that the SEC has proposed, as data; nobody has adopted them. */
public final class ProposedRules {

  private ProposedRules() {}

  /**
   * Release 33-11419: two classes, large accelerated at two billion dollars in two years running
   * after sixty months, and attestation for them alone. The exit and the days are supposed.
   */
  public static FilerRuleSet release3311419() {
    Money twoBillion = new Money(200_000_000_000L, "USD");
    FilerRules today = FilerRuleSets.published().all().getLast().rules();
    return new FilerRuleSet(
        "sec-33-11419-proposed",
        LocalDate.of(2028, 1, 1),
        null,
        "Release 33-11419, proposed on 19 May 2026",
        new FilerRules(
            new FloatClass(twoBillion, 2, twoBillion, 2, 60, 1),
            null,
            null,
            today.emergingGrowth(),
            1,
            Set.of(FloatStatus.LARGE_ACCELERATED),
            Map.of(
                FloatStatus.LARGE_ACCELERATED,
                today.dueDaysOf(FloatStatus.LARGE_ACCELERATED),
                FloatStatus.NON_ACCELERATED,
                today.dueDaysOf(FloatStatus.NON_ACCELERATED)),
            today.acquisition()));
  }
}
