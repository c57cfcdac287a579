package dev.assay.tenants.keycloak;

import dev.assay.tenants.directory.Accounts;
import dev.assay.tenants.directory.Accounts.Standing;
import dev.assay.tenants.keycloak.KeycloakApi.Found;
import dev.assay.tenants.provisioning.Work;
import dev.assay.tenants.provisioning.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Brings an account to what is decided here: off and logged out, or on. */
@ApplicationScoped
class AlignAccount {

  private final Accounts accounts;
  private final KeycloakAccounts keycloak;
  private final WorkEnds ends;

  AlignAccount(Accounts accounts, KeycloakAccounts keycloak, WorkEnds ends) {
    this.accounts = accounts;
    this.keycloak = keycloak;
    this.ends = ends;
  }

  /**
   * Aligns until nothing has changed meanwhile: somebody may be disabled in one place while the
   * same account is taken up in another, each by a worker of its own.
   */
  void run(Work work) {
    String subject = work.account();
    Standing standing = accounts.standing(subject);
    while (true) {
      Optional<Found> account = keycloak.read(subject);
      if (account.isEmpty()) {
        end(work, standing.needed());
        return;
      }
      align(subject, standing, account.get());
      Standing now = accounts.standing(subject);
      if (now.equals(standing)) {
        ends.done(work);
        return;
      }
      standing = now;
    }
  }

  private void align(String subject, Standing standing, Found account) {
    switch (Alignment.of(standing, account.enabled())) {
      case SWITCH_ON -> keycloak.enable(subject, true);
      case SWITCH_OFF -> keycloak.enable(subject, false);
      case LEAVE -> {}
    }
    if (!standing.needed()) {
      keycloak.logOut(subject);
    }
  }

  /** Without an account nobody comes in; that is all that a departure asks for. */
  private void end(Work work, boolean needed) {
    if (work.kind() == WorkKind.ENABLE && needed) {
      ends.failed(work, "account-missing");
    } else {
      ends.done(work);
    }
  }

  void logOut(Work work) {
    keycloak.logOut(work.account());
    ends.done(work);
  }
}
