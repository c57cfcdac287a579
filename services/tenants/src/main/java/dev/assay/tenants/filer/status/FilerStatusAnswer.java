package dev.assay.tenants.filer.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.client.FilerStatus;
import dev.assay.tenants.filer.rule.FilerRuleSet;
import dev.assay.tenants.filer.rule.FilerRules;
import dev.assay.tenants.filer.rule.FloatStatus;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a company is to the SEC at the end of a fiscal year, what follows, and why: with its inputs
 * and each comparison, so that anybody can reckon it again.
 *
 * @param ruleSet the name of the rules that it rests on
 * @param rules their thresholds
 * @param filerStatus the status as people name it; newly public before the first annual report
 * @param floatStatus the class by which deadlines and 404(b) go; null for who is no filer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FilerStatusAnswer(
    @Schema(required = true, examples = "filer-status-2022") String ruleSet,
    @Schema(required = true) FilerStatus filerStatus,
    @Nullable FloatStatus floatStatus,
    @Schema(required = true) boolean management404a,
    @Schema(required = true) boolean auditor404b,
    @Schema(required = true) boolean certification302,
    @Schema(required = true) boolean certification906,
    @Schema(required = true) EmergingGrowth emergingGrowth,
    @Nullable Integer annualReportDueDays,
    @Nullable Integer quarterlyReportDueDays,
    @Schema(required = true) FilerFacts inputs,
    @Schema(required = true) FilerRules rules,
    @Schema(required = true) List<RuleTest> derivation) {

  public FilerStatusAnswer {
    derivation = List.copyOf(derivation);
  }

  /** The answer under these rules, whether or not they are in force at the fiscal year-end. */
  public static FilerStatusAnswer of(FilerFacts facts, FilerRuleSet ruleSet) {
    return switch (facts.registration()) {
      case NOT_A_FILER -> notAFiler(facts, ruleSet);
      case REPORTING -> reporting(facts, ruleSet);
    };
  }

  private static FilerStatusAnswer notAFiler(FilerFacts facts, FilerRuleSet ruleSet) {
    return new FilerStatusAnswer(
        ruleSet.ruleSet(),
        FilerStatus.NOT_A_FILER,
        null,
        false,
        false,
        false,
        false,
        new EmergingGrowth(EmergingGrowth.Status.NOT_CLAIMED, List.of(), null),
        null,
        null,
        facts,
        ruleSet.rules(),
        List.of());
  }

  /** Sections 302 and 906 apply to every periodic report, the first one included. */
  private static FilerStatusAnswer reporting(FilerFacts facts, FilerRuleSet ruleSet) {
    FilerRules rules = ruleSet.rules();
    var derivation = new Derivation();
    FloatStatus status = new FloatStatusTests(facts, rules, derivation).status();
    EmergingGrowth growth = EmergingGrowth.of(facts, rules.emergingGrowth(), status, derivation);
    boolean management =
        derivation.atLeast(
            RuleTest.Name.MANAGEMENT_REPORT_ANNUAL_REPORTS,
            facts.annualReportsFiledBefore(),
            rules.managementReportAfterAnnualReports());
    boolean attested =
        derivation.oneOf(
            RuleTest.Name.AUDITOR_ATTESTATION_STATUS,
            List.of(status),
            rules.auditorAttestation().stream().sorted().toList());
    return new FilerStatusAnswer(
        ruleSet.ruleSet(),
        facts.annualReportsFiledBefore() == 0 ? FilerStatus.NEWLY_PUBLIC : named(status),
        status,
        management,
        management && attested && growth.status() != EmergingGrowth.Status.IN_FORCE,
        true,
        true,
        growth,
        rules.dueDaysOf(status).annualReport(),
        rules.dueDaysOf(status).quarterlyReport(),
        facts,
        rules,
        derivation.tests());
  }

  private static FilerStatus named(FloatStatus status) {
    return switch (status) {
      case LARGE_ACCELERATED -> FilerStatus.LARGE_ACCELERATED;
      case ACCELERATED -> FilerStatus.ACCELERATED;
      case NON_ACCELERATED -> FilerStatus.NON_ACCELERATED;
    };
  }
}
