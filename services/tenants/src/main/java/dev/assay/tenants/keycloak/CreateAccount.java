package dev.assay.tenants.keycloak;

import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenants.directory.Accounts;
import dev.assay.tenants.invitation.InvitedAccounts;
import dev.assay.tenants.invitation.InvitedAccounts.Outcome;
import dev.assay.tenants.invitation.InvitedAccounts.Wanted;
import dev.assay.tenants.keycloak.KeycloakAccounts.Making;
import dev.assay.tenants.provisioning.AccountsOff;
import dev.assay.tenants.provisioning.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Makes the account of an invitation. It may be done again at any point: an account that was made
 * and not recorded is found by its name.
 */
@ApplicationScoped
class CreateAccount {

  private final InvitedAccounts invited;
  private final KeycloakAccounts keycloak;
  private final Accounts accounts;
  private final AccountsOff off;
  private final AlignAccount align;
  private final Scopes scopes;
  private final WorkEnds ends;

  CreateAccount(
      InvitedAccounts invited,
      KeycloakAccounts keycloak,
      Accounts accounts,
      AccountsOff off,
      AlignAccount align,
      Scopes scopes,
      WorkEnds ends) {
    this.invited = invited;
    this.keycloak = keycloak;
    this.accounts = accounts;
    this.off = off;
    this.align = align;
    this.scopes = scopes;
    this.ends = ends;
  }

  void run(Work work) {
    Optional<Wanted> wanted = invited.wanted(work);
    if (wanted.isEmpty()) {
      ends.dropped(work);
      return;
    }
    switch (keycloak.make(wanted.get().mail(), wanted.get().secondFactor())) {
      case Making.Made(String subject) -> take(work, subject);
      case Making.Known(String subject, boolean enabled) -> {
        if (enabled) {
          invited.take(work, subject, false);
        } else if (scopes.inTransaction(work.scope(), () -> off.containAndStay(subject))) {
          invited.take(work, subject, true);
        } else {
          ends.failed(work, "account-switched-off");
        }
      }
      case Making.Refused(String code) -> ends.failed(work, code);
    }
  }

  private void take(Work work, String subject) {
    if (invited.take(work, subject, false) != Outcome.TAKEN) {
      // It was made for an invitation that ended meanwhile: nobody has it, and nobody will.
      if (!accounts.needed(subject)) {
        align.switchOff(subject);
      }
    }
  }
}
