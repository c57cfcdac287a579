package dev.assay.tenants.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client: the company whose controls are tested, and the unit that is isolated. */
@Entity
class Client {

  @Id
  @Column(name = "client_id")
  UUID id;

  @Column(insertable = false, updatable = false)
  UUID mspId;

  String legalName;

  /** What lists are sorted and searched by; PostgreSQL derives it. */
  @Column(insertable = false, updatable = false)
  @Nullable String sortName;

  short fiscalYearEndMonth;
  short fiscalYearEndDay;

  @Enumerated(EnumType.STRING)
  @Nullable DayOfWeek fiscalYearEndWeekday;

  @Nullable LocalDate nextFiscalYearEndFrom;
  @Nullable Short nextFiscalYearEndMonth;
  @Nullable Short nextFiscalYearEndDay;

  @Enumerated(EnumType.STRING)
  @Nullable DayOfWeek nextFiscalYearEndWeekday;

  String timeZone;

  @Enumerated(EnumType.STRING)
  @Nullable FilerStatus filerStatus;

  /** What the latest filer profile makes of it; goes before the one that somebody entered. */
  @Enumerated(EnumType.STRING)
  @Nullable FilerStatus derivedFilerStatus;

  @Enumerated(EnumType.STRING)
  ClientStatus status;

  Instant createdAt;

  @Version long version;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Client() {}

  @SuppressWarnings("NullAway.Init") // The rest comes with change().
  Client(UUID id, UUID mspId, Instant createdAt, ClientRequest request) {
    this.id = id;
    this.mspId = mspId;
    this.status = ClientStatus.ONBOARDING;
    this.createdAt = createdAt;
    yearEndIs(new ClientYearEnd.Nominal(request.fiscalYearEnd(), null));
    change(request);
  }

  /** Takes over all but the year end, which is the fiscal calendar's. */
  void change(ClientRequest request) {
    this.legalName = request.legalName().strip();
    this.timeZone = request.timeZone();
    this.filerStatus = request.filerStatus();
  }

  /** The year end that was in force when the calendar was last written. */
  FiscalYearEnd fiscalYearEnd() {
    return new FiscalYearEnd(fiscalYearEndMonth, fiscalYearEndDay);
  }

  /** The year end in force at this moment: one that was still to come may have begun. */
  ClientYearEnd.Nominal yearEndAt(Instant moment) {
    LocalDate from = nextFiscalYearEndFrom;
    Short month = nextFiscalYearEndMonth;
    Short day = nextFiscalYearEndDay;
    return from == null
            || month == null
            || day == null
            || LocalDate.ofInstant(moment, ZoneId.of(timeZone)).isBefore(from)
        ? new ClientYearEnd.Nominal(fiscalYearEnd(), fiscalYearEndWeekday)
        : new ClientYearEnd.Nominal(new FiscalYearEnd(month, day), nextFiscalYearEndWeekday);
  }

  /** Nothing else is to come. */
  void yearEndIs(ClientYearEnd.Nominal today) {
    this.fiscalYearEndMonth = (short) today.day().month();
    this.fiscalYearEndDay = (short) today.day().day();
    this.fiscalYearEndWeekday = today.weekday();
    this.nextFiscalYearEndFrom = null;
    this.nextFiscalYearEndMonth = null;
    this.nextFiscalYearEndDay = null;
    this.nextFiscalYearEndWeekday = null;
  }

  void yearEndWillBe(ClientYearEnd.Nominal next, LocalDate from) {
    this.nextFiscalYearEndFrom = from;
    this.nextFiscalYearEndMonth = (short) next.day().month();
    this.nextFiscalYearEndDay = (short) next.day().day();
    this.nextFiscalYearEndWeekday = next.weekday();
  }
}
