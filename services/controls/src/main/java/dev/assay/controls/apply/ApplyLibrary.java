package dev.assay.controls.apply;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.controls.library.LibraryControl;
import dev.assay.http.idempotency.Idempotent;
import dev.assay.tenancy.grant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Adds what a year lacks of the chosen controls and systems, and nothing twice. */
@ApplicationScoped
class ApplyLibrary {

  private final YearRows rows;
  private final AuditTrail audit;
  private final Caller caller;
  private final Clock clock;

  ApplyLibrary(YearRows rows, AuditTrail audit, Caller caller, Clock clock) {
    this.rows = rows;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @Transactional
  @Idempotent
  Response applyLibrary(
      UUID clientId,
      int fiscalYear,
      String version,
      List<LibraryControl> chosen,
      List<UUID> systems) {
    Set<String> present = rows.lockAndFind(fiscalYear, chosen);
    List<LibraryControl> missing =
        chosen.stream().filter(control -> !present.contains(control.controlId())).toList();
    UUID application = null;
    if (!missing.isEmpty()) {
      application =
          rows.add(fiscalYear, version, missing, caller.grant().personId(), clock.instant());
    }
    int links = systems.isEmpty() ? 0 : rows.link(fiscalYear, chosen, systems);
    List<String> added = missing.stream().map(LibraryControl::controlId).toList();
    if (!added.isEmpty() || links > 0) {
      audit.record(
          AuditEvent.of(
                  "library.applied",
                  application == null ? "CLIENT" : "LIBRARY_APPLICATION",
                  application == null ? clientId : application)
              .with("fiscalYear", fiscalYear)
              .with("libraryVersion", version)
              .with("added", String.join(",", added))
              .with("controls", ids(chosen))
              .with(
                  "systems", systems.stream().map(UUID::toString).collect(Collectors.joining(",")))
              .with("systemsAdded", links));
    }
    return Response.ok(
            new ApplyResponse(fiscalYear, version, application, added, List.copyOf(present), links))
        .build();
  }

  private static String ids(List<LibraryControl> controls) {
    return controls.stream().map(LibraryControl::controlId).collect(Collectors.joining(","));
  }
}
