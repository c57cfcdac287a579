package dev.assay.readiness.section404;

import dev.assay.readiness.blocker.Blocker;
import dev.assay.readiness.blocker.BlockerCode.Effect404;
import dev.assay.readiness.blocker.ControlBlockers;
import dev.assay.readiness.blocker.ProgrammeFact;
import dev.assay.readiness.control.ControlStanding;
import dev.assay.readiness.rule.ReadinessRules;
import dev.assay.readiness.score.Score;
import dev.assay.readiness.year.YearControl;
import dev.assay.readiness.year.YearFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What management can conclude on one year as of one moment, with everything it follows from.
 *
 * @param asOf when the facts were read (UTC)
 * @param today that moment's date at the client's place
 * @param yearEnd the day that the assessment speaks of (Item 308(a)(3))
 * @param blockers all that stands in the way, by code and then by control
 */
record View404(
    YearFacts facts,
    ReadinessRules rules,
    Instant asOf,
    LocalDate today,
    LocalDate yearEnd,
    State404 state,
    List<Blocker> blockers,
    Score score) {

  static View404 of(YearFacts facts, ReadinessRules rules, Instant asOf) {
    List<ControlStanding> standings =
        facts.controls().stream()
            .map(YearControl::standing)
            .sorted(Comparator.comparing(ControlStanding::controlId))
            .toList();
    List<Blocker> blockers =
        Stream.concat(
                ControlBlockers.of(standings, facts.openGroups(), rules).stream(),
                ProgrammeFact.blockers(facts.programme()).stream())
            .filter(blocker -> blocker.code().on404() != Effect404.NONE)
            .sorted(Blocker.SHOWN)
            .toList();
    return new View404(
        facts,
        rules,
        asOf,
        facts.calendar().dayOf(asOf),
        facts.calendar().endOf(facts.fiscalYear()),
        State404.of(blockers),
        blockers,
        Score.of(standings, rules));
  }
}
