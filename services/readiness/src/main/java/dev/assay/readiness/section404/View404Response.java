package dev.assay.readiness.section404;

import dev.assay.readiness.year.YearControl;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The Section 404 view as it goes over the wire; state, blockers and score follow from it. */
@Schema(name = "View404", description = "What management can conclude on one fiscal year, now.")
record View404Response(
    @Schema(required = true) UUID clientId,
    @Schema(required = true, description = "The calendar year in which the fiscal year ends.")
        int fiscalYear,
    @Schema(required = true, description = "When the facts were read.") Instant asOf,
    @Schema(required = true, description = "The day that management's assessment speaks of.")
        LocalDate fiscalYearEnd,
    @Schema(required = true) State404 state,
    @Schema(required = true, description = "The state in one plain sentence.") String headline,
    @Schema(required = true, description = "All that is left, by code and then by control.")
        List<BlockerResponse> blockers,
    @Schema(required = true, description = "How many blockers there are of each code.")
        Map<String, Integer> blockerCounts,
    @Schema(required = true) ScoreResponse score,
    @Schema(required = true) RuleSetResponse ruleSet,
    @Schema(required = true) InputsResponse inputs) {

  static View404Response of(View404 view) {
    Map<String, YearControl> controls =
        view.facts().controls().stream()
            .collect(
                Collectors.toMap(control -> control.standing().controlId(), Function.identity()));
    List<BlockerResponse> blockers =
        view.blockers().stream().map(one -> BlockerResponse.of(one, view, controls)).toList();
    return new View404Response(
        view.facts().clientId(),
        view.facts().fiscalYear(),
        view.asOf(),
        view.yearEnd(),
        view.state(),
        Headline.of(view),
        blockers,
        blockers.stream()
            .collect(
                Collectors.toMap(one -> one.code().name(), one -> 1, Integer::sum, TreeMap::new)),
        ScoreResponse.of(view.score()),
        RuleSetResponse.of(view.rules()),
        InputsResponse.of(
            view.facts(),
            view.facts().controls().stream()
                .sorted(Comparator.comparing(control -> control.standing().controlId()))
                .toList()));
  }
}
