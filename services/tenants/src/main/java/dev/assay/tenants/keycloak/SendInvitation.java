package dev.assay.tenants.keycloak;

import dev.assay.tenants.invitation.InvitedAccounts;
import dev.assay.tenants.invitation.InvitedAccounts.Wanted;
import dev.assay.tenants.keycloak.KeycloakApi.Found;
import dev.assay.tenants.provisioning.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Has Keycloak mail the invited person a link by which they set up what their account still needs.
 * Whoever has a complete account signs in as always and gets no mail.
 */
@ApplicationScoped
class SendInvitation {

  private final InvitedAccounts invited;
  private final KeycloakAccounts keycloak;
  private final WorkEnds ends;

  SendInvitation(InvitedAccounts invited, KeycloakAccounts keycloak, WorkEnds ends) {
    this.invited = invited;
    this.keycloak = keycloak;
    this.ends = ends;
  }

  void run(Work work) {
    Optional<Wanted> wanted = invited.wanted(work);
    if (wanted.isEmpty()) {
      ends.dropped(work);
      return;
    }
    String subject = work.account();
    Optional<Found> account = keycloak.read(subject);
    if (account.isEmpty()) {
      ends.failed(work, "account-missing");
      return;
    }
    List<String> missing = account.get().requiredActions();
    if (missing != null && !missing.isEmpty()) {
      keycloak.send(subject, missing, wanted.get().remaining());
    }
    ends.done(work);
  }
}
