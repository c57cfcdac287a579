package dev.assay.tenants.filer;

import static dev.assay.tenants.filer.rule.FloatStatus.NON_ACCELERATED;

import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.FieldError;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenants.filer.status.Registration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What in a profile cannot be, or is missing, all of it at once. */
final class ProfileFlaws {

  private final String at;
  private final FilerProfileRequest profile;
  private final FilerYear year;
  private final LocalDate today;
  private final List<FieldError> found = new ArrayList<>();

  private ProfileFlaws(String at, FilerProfileRequest profile, FilerYear year, LocalDate today) {
    this.at = at;
    this.profile = profile;
    this.year = year;
    this.today = today;
  }

  /**
   * Refuses a profile that cannot be.
   *
   * @param at JSON Pointer of the profile in the body
   * @param today later days have not been measured; {@link LocalDate#MAX} to suppose some
   * @throws ProblemException 400 with each field
   */
  static void refuse(String at, FilerProfileRequest profile, FilerYear year, LocalDate today) {
    List<FieldError> flaws = of(at, profile, year, today);
    if (!flaws.isEmpty()) {
      throw ProblemException.of(
          CommonProblem.INVALID_REQUEST, "This profile of a filer cannot be.", flaws);
    }
  }

  static List<FieldError> of(
      String at, FilerProfileRequest profile, FilerYear year, LocalDate today) {
    var flaws = new ProfileFlaws(at, profile, year, today);
    if (year.start().isAfter(today)) {
      flaws.found.add(new FieldError("?fiscalYear", "This fiscal year has not begun."));
    }
    if (profile.registration() == Registration.NOT_A_FILER) {
      flaws.ofNoFiler();
    } else {
      flaws.ofFiler();
    }
    return List.copyOf(flaws.found);
  }

  private void ofNoFiler() {
    absent("/publicFloat", profile.publicFloat());
    absent("/publicFloatMeasuredOn", profile.publicFloatMeasuredOn());
    absent("/previousPublicFloat", profile.previousPublicFloat());
    absent("/revenue", profile.revenue());
    absent("/previousRevenue", profile.previousRevenue());
    absent("/monthsReporting", profile.monthsReporting());
    absent("/annualReportsFiledBefore", profile.annualReportsFiledBefore());
    absent("/previousStatus", profile.previousStatus());
    absent("/egcClaimed", profile.egcClaimed());
    absent("/ipoDate", profile.ipoDate());
    absent("/nonConvertibleDebt", profile.nonConvertibleDebt());
  }

  private void ofFiler() {
    present("/revenue", profile.revenue());
    present("/monthsReporting", profile.monthsReporting());
    present("/annualReportsFiledBefore", profile.annualReportsFiledBefore());
    present("/egcClaimed", profile.egcClaimed());
    boolean firstReport =
        profile.annualReportsFiledBefore() != null && profile.annualReportsFiledBefore() == 0;
    if (!firstReport || profile.publicFloatMeasuredOn() != null) {
      present("/publicFloat", profile.publicFloat());
    }
    if (profile.publicFloat() != null) {
      present("/publicFloatMeasuredOn", profile.publicFloatMeasuredOn());
    }
    if (firstReport
        && profile.previousStatus() != null
        && profile.previousStatus() != NON_ACCELERATED) {
      flaw("/previousStatus", "Nobody is accelerated before the first annual report.");
    }
    measured(profile.publicFloatMeasuredOn());
    LocalDate ipo = profile.ipoDate();
    if (ipo != null && (ipo.isAfter(year.end()) || ipo.isAfter(today))) {
      flaw("/ipoDate", "Lies after the fiscal year or in the future.");
    }
  }

  private void measured(@Nullable LocalDate day) {
    if (day == null) {
      return;
    }
    if (day.isAfter(today)) {
      flaw("/publicFloatMeasuredOn", "Lies in the future.");
    } else if (day.isBefore(year.start()) || day.isAfter(year.end())) {
      flaw(
          "/publicFloatMeasuredOn",
          "Must lie in the fiscal year, from %s to %s.".formatted(year.start(), year.end()));
    } else if (FilerYear.isWeekend(day)) {
      flaw("/publicFloatMeasuredOn", "Is no business day.");
    }
  }

  private void present(String field, @Nullable Object value) {
    if (value == null) {
      flaw(field, "Is needed to tell the status.");
    }
  }

  private void absent(String field, @Nullable Object value) {
    if (value != null) {
      flaw(field, "Who is no filer has none; leave it out.");
    }
  }

  private void flaw(String field, String detail) {
    found.add(new FieldError(at + field, detail));
  }
}
