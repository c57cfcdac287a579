package dev.assay.tenants.calendar;

import dev.assay.tenants.calendar.year.FiscalYearLabel;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What was recorded of the audit of a fiscal year; the one with the highest number counts. */
@Entity
@Immutable
@Table(name = "fiscal_year_audit")
class YearAudit {

  @Id UUID id;
  String fiscalYear;
  int number;
  @Nullable LocalDate auditConcludedOn;
  @Nullable LocalDate reAuditedOn;
  String reason;
  String recordedBy;
  Instant recordedAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected YearAudit() {}

  YearAudit(
      UUID id,
      FiscalYearLabel year,
      int number,
      YearAuditRequest request,
      String recordedBy,
      Instant recordedAt) {
    this.id = id;
    this.fiscalYear = year.toString();
    this.number = number;
    this.auditConcludedOn = request.auditConcludedOn();
    this.reAuditedOn = request.reAuditedOn();
    this.reason = request.reason().strip();
    this.recordedBy = recordedBy;
    this.recordedAt = recordedAt;
  }

  FiscalYearLabel year() {
    return FiscalYearLabel.parse(fiscalYear).orElseThrow();
  }
}
