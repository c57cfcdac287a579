package dev.assay.tenants.invitation;

import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenants.provisioning.ProvisioningStatus;
import dev.assay.tenants.provisioning.Provisionings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Invitations as they stand now, in three statements a page. */
@ApplicationScoped
class InvitationViews {

  private final Invitations invitations;
  private final Provisionings provisionings;
  private final Clock clock;

  InvitationViews(Invitations invitations, Provisionings provisionings, Clock clock) {
    this.invitations = invitations;
    this.provisionings = provisionings;
    this.clock = clock;
  }

  Page<InvitationResponse> page(UUID scopeId, @Nullable Integer limit, @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "invitations", scopeId);
    return Page.of(
        all(invitations.page(request)), request, shown -> shown.id().toString(), shown -> shown);
  }

  InvitationResponse one(UUID id) {
    return all(List.of(invitations.find(id).orElseThrow(ProblemException::notFound))).getFirst();
  }

  private List<InvitationResponse> all(List<InvitationHistory> histories) {
    Instant now = clock.instant();
    Map<UUID, Instant> idleSince =
        histories.stream()
            .map(InvitationHistory::invitation)
            .collect(Collectors.toMap(found -> found.id, found -> found.invitedAt));
    Map<UUID, ProvisioningStatus> deliveries = provisionings.of(idleSince);
    return histories.stream()
        .map(
            history ->
                InvitationResponse.of(
                    history,
                    deliveries.getOrDefault(
                        history.invitation().id,
                        ProvisioningStatus.done(history.invitation().invitedAt)),
                    now))
        .toList();
  }
}
