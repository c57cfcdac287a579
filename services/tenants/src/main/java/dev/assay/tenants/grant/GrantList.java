package dev.assay.tenants.grant;

import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Grants as they stand now. */
@ApplicationScoped
class GrantList {

  private final RoleGrants grants;
  private final Clock clock;

  GrantList(RoleGrants grants, Clock clock) {
    this.grants = grants;
    this.clock = clock;
  }

  Page<GrantResponse> page(
      UUID scopeId, GrantFilter filter, @Nullable Integer limit, @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "grants", scopeId, filter);
    var now = clock.instant();
    return Page.of(
        grants.page(filter, now, request),
        request,
        history -> history.grant().id.toString(),
        history -> GrantResponse.of(history, now));
  }

  GrantResponse one(UUID grantId) {
    return grants
        .find(grantId)
        .map(history -> GrantResponse.of(history, clock.instant()))
        .orElseThrow(ProblemException::notFound);
  }
}
