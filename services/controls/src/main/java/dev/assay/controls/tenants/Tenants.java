package dev.assay.controls.tenants;

import dev.assay.controls.deadline.Answer;
import dev.assay.controls.deadline.RequestDeadline;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.scope.OutsideTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Asks {@code tenants} with the caller's own token, so that it answers what the caller may see. */
@ApplicationScoped
public class Tenants {

  private static final String SERVICE = "tenants";
  private static final int LONGEST_PAGE = 200;

  private final TenantsApi tenants;
  private final RequestDeadline deadline;
  private final OutsideTransactions outside;
  private final Caller caller;

  Tenants(
      @RestClient TenantsApi tenants,
      RequestDeadline deadline,
      OutsideTransactions outside,
      Caller caller) {
    this.tenants = tenants;
    this.deadline = deadline;
    this.outside = outside;
    this.caller = caller;
  }

  /** The client's fiscal calendar. */
  public Answer<FiscalCalendar> calendar(UUID clientId) {
    String bearer = bearer();
    return deadline.ask(SERVICE, () -> tenants.client(bearer, clientId).calendar());
  }

  /** Those of the ids that are nobody at this client or its MSP. */
  public Answer<Set<UUID>> unknownPeople(UUID clientId, Collection<UUID> ids) {
    String bearer = bearer();
    return deadline.ask(
        SERVICE,
        () -> missing(ids, cursor -> tenants.people(bearer, clientId, LONGEST_PAGE, cursor)));
  }

  /** Those of the ids that are no system of this client. */
  public Answer<Set<UUID>> unknownSystems(UUID clientId, Collection<UUID> ids) {
    String bearer = bearer();
    return deadline.ask(
        SERVICE,
        () -> missing(ids, cursor -> tenants.systems(bearer, clientId, LONGEST_PAGE, cursor)));
  }

  private interface Pages {
    IdPage at(@Nullable String cursor);
  }

  private static Set<UUID> missing(Collection<UUID> ids, Pages pages) {
    Set<UUID> missing = new HashSet<>(ids);
    @Nullable String cursor = null;
    do {
      IdPage page = pages.at(cursor);
      page.items().forEach(item -> missing.remove(item.id()));
      cursor = page.nextCursor();
    } while (cursor != null && !missing.isEmpty() && !Thread.currentThread().isInterrupted());
    return missing;
  }

  private String bearer() {
    outside.require(SERVICE);
    return "Bearer " + caller.token().raw();
  }
}
