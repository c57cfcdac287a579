package dev.assay.tenants.filer;

import dev.assay.tenants.filer.rule.EmergingGrowthRules;
import dev.assay.tenants.filer.rule.FloatStatus;
import dev.assay.tenants.filer.rule.Money;
import dev.assay.tenants.filer.status.EmergingGrowth;
import dev.assay.tenants.filer.status.FilerFacts;
import dev.assay.tenants.filer.status.FilerStatusAnswer;
import dev.assay.tenants.filer.status.YearDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person should look at before relying on an answer. It changes no answer. */
@Schema(name = "FilerRemark")
public record Remark(@Schema(required = true) Code code, @Schema(required = true) String detail) {

  /** What it is about. */
  @Schema(name = "FilerRemarkCode")
  public enum Code {
    /** The status is told at the end of the fiscal year, which has not come. */
    PROVISIONAL,
    /** The float was measured on a day other than the last business day of the second quarter. */
    FLOAT_DAY_TO_CHECK,
    /** The entry for the year before says something else. */
    YEAR_BEFORE_DIFFERS,
    /** Counsel decides, not a rule that we know. */
    ASK_COUNSEL
  }

  /**
   * The remarks on one year's answer.
   *
   * @param before what the rules made of the year before; null when nothing was entered
   */
  static List<Remark> on(
      FilerStatusAnswer answer,
      FilerYear year,
      EmergingGrowthRules rules,
      @Nullable FilerStatusAnswer before,
      LocalDate today) {
    List<Remark> remarks = new ArrayList<>();
    FilerFacts facts = answer.inputs();
    if (facts.fiscalYearEnd().isAfter(today)) {
      remarks.add(
          new Remark(
              Code.PROVISIONAL,
              "The status is told on %s, at the end of the fiscal year."
                  .formatted(facts.fiscalYearEnd())));
    }
    LocalDate measured = facts.publicFloatMeasuredOn();
    if (measured != null && !measured.equals(year.floatDay())) {
      remarks.add(
          new Remark(
              Code.FLOAT_DAY_TO_CHECK,
              "Measured on %s; the last weekday of the second quarter is %s."
                  .formatted(measured, year.floatDay())));
    }
    if (before != null) {
      compare(facts, before, remarks);
    }
    askCounsel(facts, answer.emergingGrowth(), rules, remarks);
    return List.copyOf(remarks);
  }

  private static void compare(FilerFacts facts, FilerStatusAnswer before, List<Remark> remarks) {
    FloatStatus status = before.floatStatus();
    if (status != null && facts.previousStatus() != null && facts.previousStatus() != status) {
      remarks.add(differs("status", facts.previousStatus().name(), status.name()));
    }
    Money revenue = before.inputs().revenue();
    if (revenue != null
        && facts.previousRevenue() != null
        && !facts.previousRevenue().equals(revenue)) {
      remarks.add(differs("revenue", facts.previousRevenue().written(), revenue.written()));
    }
    Money publicFloat = before.inputs().publicFloat();
    if (publicFloat != null
        && facts.previousPublicFloat() != null
        && !facts.previousPublicFloat().equals(publicFloat)) {
      remarks.add(
          differs("public float", facts.previousPublicFloat().written(), publicFloat.written()));
    }
  }

  private static Remark differs(String what, String here, String there) {
    return new Remark(
        Code.YEAR_BEFORE_DIFFERS,
        "The %s of the year before is %s here and %s there.".formatted(what, here, there));
  }

  private static void askCounsel(
      FilerFacts facts, EmergingGrowth growth, EmergingGrowthRules rules, List<Remark> remarks) {
    LocalDate ipo = facts.ipoDate();
    if (growth.status() == EmergingGrowth.Status.NOT_CLAIMED || ipo == null) {
      return;
    }
    LocalDate anniversary = YearDays.anniversary(ipo, rules.anniversary());
    if (anniversary.equals(YearDays.yearEndIn(anniversary.getYear(), facts.yearEnd()))) {
      remarks.add(
          new Remark(
              Code.ASK_COUNSEL,
              "The anniversary %s is itself a fiscal year-end; the next one, %s, is used."
                  .formatted(anniversary, growth.latestEnd())));
    }
  }
}
