package dev.assay.tenants.directory;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.grant.EffectiveGrant;
import dev.assay.tenancy.grant.GrantPlace;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What the caller, and nobody else, may be in a place: every service asks before it answers. */
@Path("/v1/grants/effective")
@RunOnVirtualThread
public class EffectiveGrantResource {

  private final EffectiveGrants grants;
  private final Caller caller;
  private final Event<SignedIn> signedIn;

  EffectiveGrantResource(EffectiveGrants grants, Caller caller, Event<SignedIn> signedIn) {
    this.grants = grants;
    this.caller = caller;
    this.signedIn = signedIn;
  }

  @GET
  @Requires(Permission.SIGNED_IN)
  @Operation(
      operationId = "readEffectiveGrant",
      summary = "What the caller may be at a client, at an MSP, or on the platform")
  @APIResponse(
      responseCode = "200",
      description = "All of the caller's roles that are in force there now.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = EffectiveGrant.class),
              example =
                  """
                  {"personId":"019aaf1e-7c00-7000-8000-000000000003",
                   "mspId":"019aaf1e-7c00-7000-8000-000000000001",
                   "clientId":"019aaf1e-7c00-7000-8000-000000000002",
                   "roles":["MSP_TECHNICIAN"],"allClients":false,"clientIds":[],
                   "validUntil":"2027-11-23T00:00:00Z"}
                  """))
  public EffectiveGrant readEffectiveGrant(
      @QueryParam("client") @Nullable UUID client, @QueryParam("msp") @Nullable UUID msp) {
    if (client != null && msp != null) {
      throw ProblemException.invalid("?msp", "Ask about a client or about an MSP, not about both.");
    }
    signedIn.fire(new SignedIn(caller.token().subject()));
    return grants
        .find(caller.token().subject(), place(client, msp))
        .orElseThrow(ProblemException::notFound);
  }

  private static GrantPlace place(@Nullable UUID client, @Nullable UUID msp) {
    if (client != null) {
      return new GrantPlace.OfClient(client);
    }
    return msp == null ? new GrantPlace.OfPlatform() : new GrantPlace.OfMsp(msp);
  }
}
