package dev.assay.tenants.drift;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenants.keycloak.KeycloakUnavailable;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.PreDestroy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Tells operators where the running realm is not as the realm file says. */
@Path("/v1/platform/sign-in-drift")
@RunOnVirtualThread
public class SignInDriftResource {

  /** All calls together stay below what a caller is promised. */
  private static final Duration PATIENCE = Duration.ofMillis(1700);

  private final SignInDrift drift;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  SignInDriftResource(SignInDrift drift) {
    this.drift = drift;
  }

  @PreDestroy
  void stop() {
    threads.close();
  }

  @GET
  @Requires(Permission.SIGN_IN_READ)
  @Operation(
      operationId = "readSignInDrift",
      summary = "Where Keycloak's running realm differs from the realm file")
  @APIResponse(
      responseCode = "200",
      description = "Compared just now.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SignInDriftResponse.class),
              example = SignInDriftResponse.EXAMPLE))
  public SignInDriftResponse readSignInDrift() throws InterruptedException {
    Future<SignInDriftResponse> comparing = threads.submit(drift::compare);
    try {
      return comparing.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      comparing.cancel(true);
      throw unavailable();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof KeycloakUnavailable) {
        throw unavailable();
      }
      throw new IllegalStateException("the realms could not be compared", failed.getCause());
    }
  }

  private static ProblemException unavailable() {
    return ProblemException.unavailable("sign-in service", Duration.ofSeconds(5));
  }
}
