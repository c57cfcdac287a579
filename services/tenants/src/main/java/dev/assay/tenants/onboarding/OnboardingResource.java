package dev.assay.tenants.onboarding;

import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What is missing before a client can become active. */
@Path("/v1/clients/{clientId}/onboarding")
@RunOnVirtualThread
public class OnboardingResource {

  private final Onboarding onboarding;

  OnboardingResource(Onboarding onboarding) {
    this.onboarding = onboarding;
  }

  @GET
  @Transactional
  @Requires(Permission.CLIENT_READ)
  @Operation(
      operationId = "readOnboarding",
      summary = "What the client still needs before it can become active")
  @APIResponse(
      responseCode = "200",
      description = "Every item, as the rows have it now.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ChecklistResponse.class),
              example = ChecklistResponse.EXAMPLE))
  public ChecklistResponse readOnboarding(UUID clientId) {
    return ChecklistResponse.of(onboarding.checklist());
  }
}
