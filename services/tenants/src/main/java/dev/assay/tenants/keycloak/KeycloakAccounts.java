package dev.assay.tenants.keycloak;

import dev.assay.tenants.keycloak.KeycloakApi.Found;
import dev.assay.tenants.keycloak.KeycloakApi.NewAccount;
import dev.assay.tenants.keycloak.KeycloakApi.Switch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts at Keycloak: made, found, switched, logged out. Their credentials are nobody's here. */
@ApplicationScoped
class KeycloakAccounts {

  private final KeycloakCalls calls;

  KeycloakAccounts(KeycloakCalls calls) {
    this.calls = calls;
  }

  /** What making an account came to. */
  sealed interface Making {
    /** It is new; nobody can sign in with it before they have set it up. */
    record Made(String subject) implements Making {}

    /** It was there: made in a try whose answer was lost, or somebody's who has it for long. */
    record Known(String subject, boolean enabled) implements Making {}

    /** It cannot be; the code says why. */
    record Refused(String code) implements Making {}
  }

  /** Makes an account whose user name is the address, or finds the one that has it. */
  Making make(String mail, boolean secondFactor) {
    List<String> actions = new ArrayList<>(List.of("UPDATE_PASSWORD"));
    if (secondFactor) {
      actions.add("CONFIGURE_TOTP");
    }
    try (Response made =
        calls.call(
            "create",
            as ->
                as.api()
                    .create(as.bearer(), as.realm(), new NewAccount(mail, mail, true, actions)))) {
      String location = made.getLocation().getPath();
      return new Making.Made(location.substring(location.lastIndexOf('/') + 1));
    } catch (WebApplicationException refused) {
      return refused.getResponse().getStatus() == 409
          ? find(mail)
          : new Making.Refused("address-refused");
    }
  }

  private Making find(String mail) {
    Optional<Found> byName = search(mail, null);
    if (byName.isPresent()) {
      return new Making.Known(byName.get().id(), byName.get().enabled());
    }
    Optional<Found> byMail = search(null, mail);
    if (byMail.isEmpty()) {
      // Gone between the two calls; the next try makes it.
      throw new KeycloakUnavailable("create: conflicts with nobody", null);
    }
    // Anybody may have typed an address; only one that was proven is whose it says.
    return byMail.get().emailVerified()
        ? new Making.Known(byMail.get().id(), byMail.get().enabled())
        : new Making.Refused("address-not-verified");
  }

  private Optional<Found> search(@Nullable String username, @Nullable String mail) {
    return calls
        .call("find", as -> as.api().find(as.bearer(), as.realm(), username, mail, true))
        .stream()
        .findFirst();
  }

  Optional<Found> read(String subject) {
    return ifThere(() -> calls.call("read", as -> as.api().read(as.bearer(), as.realm(), subject)));
  }

  /** Switches an account that was just read. */
  void enable(String subject, boolean enabled) {
    calls.call(
        "switch",
        as -> {
          as.api().change(as.bearer(), as.realm(), subject, new Switch(enabled));
          return enabled;
        });
  }

  /**
   * Ends every session of an account.
   *
   * @return false when there is no such account
   */
  boolean logOut(String subject) {
    return ifThere(
            () ->
                calls.call(
                    "log out",
                    as -> {
                      as.api().logOut(as.bearer(), as.realm(), subject);
                      return subject;
                    }))
        .isPresent();
  }

  /** Has Keycloak mail a link by which the account's owner sets up what is still missing. */
  void send(String subject, List<String> actions, Duration lifespan) {
    calls.call(
        "send",
        as -> {
          as.api().sendActions(as.bearer(), as.realm(), subject, lifespan.toSeconds(), actions);
          return subject;
        });
  }

  private static <T> Optional<T> ifThere(java.util.function.Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (WebApplicationException refused) {
      if (refused.getResponse().getStatus() == 404) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
