package dev.assay.tenants.filer;

import dev.assay.tenants.client.FiscalYearEnd;
import dev.assay.tenants.filer.rule.FloatStatus;
import dev.assay.tenants.filer.rule.Money;
import dev.assay.tenants.filer.status.FilerFacts;
import dev.assay.tenants.filer.status.Registration;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What somebody entered about a fiscal year. Never changed: the next entry is a new version. */
@Entity
@Immutable
class FilerProfileVersion {

  @Id UUID id;

  short fiscalYear;
  int version;

  @Enumerated(EnumType.STRING)
  Registration registration;

  LocalDate fiscalYearEnd;
  short yearEndMonth;
  short yearEndDay;
  String currency;
  @Nullable Long publicFloat;
  @Nullable LocalDate publicFloatMeasuredOn;
  @Nullable Long previousPublicFloat;
  @Nullable Long revenue;
  @Nullable Long previousRevenue;
  int monthsReporting;
  int annualReportsFiledBefore;

  @Enumerated(EnumType.STRING)
  @Nullable FloatStatus previousStatus;

  boolean egcClaimed;
  @Nullable LocalDate ipoDate;
  @Nullable Long nonConvertibleDebt;
  String enteredBy;
  Instant enteredAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected FilerProfileVersion() {}

  FilerProfileVersion(
      UUID id, int fiscalYear, int version, FilerFacts facts, String enteredBy, Instant enteredAt) {
    this.id = id;
    this.fiscalYear = (short) fiscalYear;
    this.version = version;
    this.registration = facts.registration();
    this.fiscalYearEnd = facts.fiscalYearEnd();
    this.yearEndMonth = (short) facts.yearEnd().month();
    this.yearEndDay = (short) facts.yearEnd().day();
    this.currency = Money.OF_THRESHOLDS;
    this.publicFloat = minor(facts.publicFloat());
    this.publicFloatMeasuredOn = facts.publicFloatMeasuredOn();
    this.previousPublicFloat = minor(facts.previousPublicFloat());
    this.revenue = minor(facts.revenue());
    this.previousRevenue = minor(facts.previousRevenue());
    this.monthsReporting = facts.monthsReporting();
    this.annualReportsFiledBefore = facts.annualReportsFiledBefore();
    this.previousStatus = facts.previousStatus();
    this.egcClaimed = facts.egcClaimed();
    this.ipoDate = facts.ipoDate();
    this.nonConvertibleDebt = minor(facts.nonConvertibleDebt());
    this.enteredBy = enteredBy;
    this.enteredAt = enteredAt;
  }

  FilerFacts facts() {
    return new FilerFacts(
        registration,
        fiscalYearEnd,
        new FiscalYearEnd(yearEndMonth, yearEndDay),
        money(publicFloat),
        publicFloatMeasuredOn,
        money(previousPublicFloat),
        money(revenue),
        money(previousRevenue),
        monthsReporting,
        annualReportsFiledBefore,
        previousStatus,
        egcClaimed,
        ipoDate,
        money(nonConvertibleDebt));
  }

  private @Nullable Money money(@Nullable Long amountMinor) {
    return amountMinor == null ? null : new Money(amountMinor, currency);
  }

  private static @Nullable Long minor(@Nullable Money money) {
    return money == null ? null : money.amountMinor();
  }
}
