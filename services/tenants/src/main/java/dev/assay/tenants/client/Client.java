package dev.assay.tenants.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
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
    change(request);
  }

  void change(ClientRequest request) {
    this.legalName = request.legalName().strip();
    this.fiscalYearEndMonth = (short) request.fiscalYearEnd().month();
    this.fiscalYearEndDay = (short) request.fiscalYearEnd().day();
    this.timeZone = request.timeZone();
    this.filerStatus = request.filerStatus();
  }

  FiscalYearEnd fiscalYearEnd() {
    return new FiscalYearEnd(fiscalYearEndMonth, fiscalYearEndDay);
  }
}
