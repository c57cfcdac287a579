package dev.assay.tenants.keycloak;

import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.tenants.directory.Accounts;
import dev.assay.tenants.keycloak.KeycloakApi.Found;
import dev.assay.tenants.provisioning.AccountsOff;
import dev.assay.tenants.provisioning.Work;
import dev.assay.tenants.provisioning.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings an account to what is decided here: off and logged out, or on. */
@ApplicationScoped
class AlignAccount {

  private final Accounts accounts;
  private final AccountsOff off;
  private final KeycloakAccounts keycloak;
  private final Scopes scopes;
  private final WorkEnds ends;

  AlignAccount(
      Accounts accounts, AccountsOff off, KeycloakAccounts keycloak, Scopes scopes, WorkEnds ends) {
    this.accounts = accounts;
    this.off = off;
    this.keycloak = keycloak;
    this.scopes = scopes;
    this.ends = ends;
  }

  /**
   * Aligns until nothing has changed meanwhile: somebody may be disabled in one place while the
   * same account is taken up in another, each by a worker of its own.
   */
  void run(Work work) {
    String subject = work.account();
    boolean needed = accounts.needed(subject);
    while (true) {
      Optional<Found> account = keycloak.read(subject);
      if (account.isEmpty()) {
        endWithoutAccount(work, needed);
        return;
      }
      if (account.get().ofApplication()) {
        ends.failed(work, "application");
        return;
      }
      Alignment done = align(subject, needed, account.get());
      boolean neededNow = accounts.needed(subject);
      if (neededNow == needed) {
        end(work, done);
        return;
      }
      needed = neededNow;
    }
  }

  private Alignment align(String subject, boolean needed, Found account) {
    boolean offHere = inPlatform(() -> off.contain(subject));
    Alignment alignment = Alignment.of(needed, offHere, account.enabled());
    switch (alignment) {
      case SWITCH_ON -> {
        keycloak.enable(subject, true);
        inPlatform(
            () -> {
              off.remove(subject);
              return subject;
            });
      }
      case SWITCH_OFF -> switchOff(subject);
      case LEAVE, NOT_OURS -> {}
    }
    if (!needed) {
      keycloak.logOut(subject);
    }
    return alignment;
  }

  /** Switches an account off that is on, and keeps in mind that it was this service. */
  void switchOff(String subject) {
    inPlatform(
        () -> {
          off.add(subject);
          return subject;
        });
    keycloak.enable(subject, false);
  }

  private void end(Work work, Alignment done) {
    switch (done) {
      case SWITCH_ON, SWITCH_OFF, LEAVE -> ends.done(work);
      case NOT_OURS -> ends.failed(work, "account-switched-off");
    }
  }

  /** Without an account nobody comes in; that is all that a departure asks for. */
  private void endWithoutAccount(Work work, boolean needed) {
    if (work.kind() == WorkKind.ENABLE && needed) {
      ends.failed(work, "account-missing");
    } else {
      ends.done(work);
    }
  }

  /** Ends the sessions of an account that only this MSP needs: others' work is not interrupted. */
  void logOut(Work work) {
    String subject = work.account();
    Optional<Found> account = keycloak.read(subject);
    if (account.isPresent() && account.get().ofApplication()) {
      ends.failed(work, "application");
    } else if (accounts.neededBeside(work.mspId(), subject)) {
      ends.failed(work, "account-shared");
    } else {
      keycloak.logOut(subject);
      ends.done(work);
    }
  }

  /** Accounts are nobody's tenant's, so what is known of them is read in the platform's scope. */
  private <T> T inPlatform(Supplier<T> work) {
    return scopes.inTransaction(new TenantScope.Platform(), work);
  }
}
