package dev.assay.tenants.filer;

import dev.assay.tenants.client.ClientStanding;
import dev.assay.tenants.filer.rule.FilerRuleSet;
import dev.assay.tenants.filer.rule.FilerRuleSets;
import dev.assay.tenants.filer.status.FilerStatusAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** Puts a year's profile, what follows from it and what to look at into one answer. */
@ApplicationScoped
class ProfileAnswers {

  private final Clock clock;

  ProfileAnswers(Clock clock) {
    this.clock = clock;
  }

  LocalDate today(ClientStanding.Calendar calendar) {
    return LocalDate.ofInstant(clock.instant(), calendar.zone());
  }

  FilerProfileResponse of(
      ProfileHistory history, FilerRuleSets rules, ClientStanding.Calendar calendar) {
    FilerProfileVersion latest = history.latest().orElseThrow();
    FilerRuleSet ruleSet = FilerStatuses.inForceOn(latest.fiscalYearEnd, rules);
    FilerStatusAnswer answer = FilerStatusAnswer.of(latest.facts(), ruleSet);
    FilerStatusAnswer before =
        history
            .latestOfYearBefore()
            .flatMap(version -> FilerStatuses.answer(version, rules))
            .orElse(null);
    return new FilerProfileResponse(
        history.fiscalYear(),
        history.version(),
        answer,
        history.authors(),
        Remark.on(
            answer,
            new FilerYear(history.fiscalYear(), answer.inputs().yearEnd()),
            ruleSet.rules().emergingGrowth(),
            before,
            today(calendar)));
  }
}
