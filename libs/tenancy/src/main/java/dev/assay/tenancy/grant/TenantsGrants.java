package dev.assay.tenancy.grant;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.scope.OutsideTransactions;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks {@code tenants} with the caller's own token; when it does not answer, nobody passes. */
@DefaultBean
@ApplicationScoped
class TenantsGrants implements GrantSource {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final EffectiveGrantsApi tenants;
  private final OutsideTransactions outside;

  TenantsGrants(@RestClient EffectiveGrantsApi tenants, OutsideTransactions outside) {
    this.tenants = tenants;
    this.outside = outside;
  }

  @Override
  public Optional<EffectiveGrant> find(Token token, GrantPlace place) {
    outside.require("tenants");
    try {
      String bearer = "Bearer " + token.raw();
      return Optional.of(
          switch (place) {
            case GrantPlace.OfClient(var id) -> tenants.effective(bearer, id, null);
            case GrantPlace.OfMsp(var id) -> tenants.effective(bearer, null, id);
            case GrantPlace.OfPlatform() -> tenants.effective(bearer, null, null);
          });
    } catch (WebApplicationException answered) {
      return switch (answered.getResponse().getStatus()) {
        case 404 -> Optional.empty();
        case 401 -> throw dev.assay.http.problem.ExceptionMappers.unauthenticated();
        default -> throw ProblemException.unavailable("tenants service", RETRY_AFTER);
      };
    } catch (ProcessingException silent) {
      throw ProblemException.unavailable("tenants service", RETRY_AFTER);
    }
  }
}
