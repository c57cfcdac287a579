package dev.assay.tenants.filer;

import dev.assay.audit.AuditEvent;
import dev.assay.tenants.client.ClientStanding;
import dev.assay.tenants.client.FilerStatus;
import dev.assay.tenants.filer.status.FilerStatusAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The status that a client is read with: that of its last year with a profile. */
@ApplicationScoped
class DerivedStatus {

  private final ClientStanding client;
  private final FilerStatuses statuses;

  DerivedStatus(ClientStanding client, FilerStatuses statuses) {
    this.client = client;
    this.statuses = statuses;
  }

  /** Derives it anew while the client is locked; answers the status if it is another now. */
  Optional<FilerStatus> renew() {
    return statuses.last().map(FilerStatusAnswer::filerStatus).filter(client::derive);
  }

  static AuditEvent event(UUID client, FilerStatus status) {
    return AuditEvent.of("client.filer-status-derived", "CLIENT", client)
        .with("filerStatus", status);
  }
}
