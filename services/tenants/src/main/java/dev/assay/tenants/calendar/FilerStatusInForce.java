package dev.assay.tenants.calendar;

import dev.assay.tenants.calendar.year.FiscalYear;
import dev.assay.tenants.client.ClientYearEnd;
import dev.assay.tenants.client.FilerStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Where deadlines take the filer status of a year from: the client's, as it stands now. */
@ApplicationScoped
class FilerStatusInForce {

  /** Empty when nobody knows it. */
  Optional<FilerStatus> of(ClientYearEnd.Standing client, FiscalYear year) {
    return Optional.ofNullable(client.filerStatus());
  }
}
