package dev.assay.tenants.msp;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenants.TenantsProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Suspending, reopening and closing an MSP. The platform decides, in its own scope, which alone
 * writes the register; so the MSP is not the place of these addresses.
 */
@Path("/v1/platform/msps/{registered}/lifecycle")
@RunOnVirtualThread
public class MspLifecycleResource {

  private final Msps msps;
  private final MspTransitions transitions;
  private final OpenClients openClients;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;

  MspLifecycleResource(
      Msps msps,
      MspTransitions transitions,
      OpenClients openClients,
      Caller caller,
      AuditTrail audit,
      Clock clock) {
    this.msps = msps;
    this.transitions = transitions;
    this.openClients = openClients;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(value = Permission.MSP_LIFECYCLE, fresh = true)
  @Operation(operationId = "moveMsp", summary = "Suspend, reopen or close an MSP")
  @APIResponse(
      responseCode = "200",
      description = "The MSP in its new state, which every service knows within ten seconds.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = MspResponse.class),
              example = MspResource.EXAMPLE))
  public Response moveMsp(
      UUID registered,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid MspMoveRequest request) {
    Msp msp =
        msps.findByIdOptional(registered, LockModeType.PESSIMISTIC_WRITE)
            .orElseThrow(ProblemException::notFound);
    EntityTag.require(ifMatch, msp.version);
    MspStatus from = msp.status;
    MspStatus to = request.to();
    requireAllowed(msp, to);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    transitions.persist(
        new MspTransition(
            msp,
            transitions.nextNumber(msp.id),
            to,
            request.reason(),
            caller.token().subject(),
            now));
    msp.status = to;
    msps.flush();
    audit.record(
        AuditEvent.of("msp.moved", "MSP", msp.id)
            .with("version", msp.version)
            .with("from", from)
            .with("status", to));
    return Response.ok(MspResponse.of(msp))
        .header(HttpHeaders.ETAG, new EntityTag(msp.version))
        .build();
  }

  private void requireAllowed(Msp msp, MspStatus to) {
    if (!MspLifecycle.mayMove(msp.status, to)) {
      throw ProblemException.of(
          TenantsProblem.MSP_MOVE_IMPOSSIBLE, "%s does not follow %s.".formatted(to, msp.status));
    }
    if (to == MspStatus.CLOSED) {
      long open = openClients.count(msp.id);
      if (open > 0) {
        throw ProblemException.of(
            TenantsProblem.MSP_HAS_OPEN_CLIENTS, "%d clients are not closed.".formatted(open));
      }
    }
  }
}
