package dev.assay.tenants.client;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.FieldError;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.onboarding.Onboarding;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
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

/** A client's way from onboarding to its end, move by move; what it left behind stays. */
@Path("/v1/clients/{clientId}/lifecycle")
@RunOnVirtualThread
public class LifecycleResource {

  private final Clients clients;
  private final ClientTransitions transitions;
  private final Onboarding onboarding;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;

  LifecycleResource(
      Clients clients,
      ClientTransitions transitions,
      Onboarding onboarding,
      Caller caller,
      AuditTrail audit,
      Clock clock) {
    this.clients = clients;
    this.transitions = transitions;
    this.onboarding = onboarding;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(value = Permission.CLIENT_LIFECYCLE, fresh = true)
  @Operation(operationId = "moveClient", summary = "Move a client on to its next state")
  @APIResponse(
      responseCode = "200",
      description = "The client in its new state, which every service knows within ten seconds.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ClientResponse.class),
              example = ClientResponse.EXAMPLE))
  public Response moveClient(
      UUID clientId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid LifecycleRequest request) {
    Client client =
        clients
            .findByIdOptional(clientId, LockModeType.PESSIMISTIC_WRITE)
            .orElseThrow(ProblemException::notFound);
    EntityTag.require(ifMatch, client.version);
    ClientLifecycle.Move move = allowedMove(client.status, request.to());
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    transitions.persist(
        new ClientTransition(
            transitions.nextNumber(), move, request.reason(), caller.token().subject(), now));
    client.status = move.to();
    clients.flush();
    audit.record(
        AuditEvent.of("client.moved", "CLIENT", client.id)
            .with("version", client.version)
            .with("from", move.from())
            .with("status", move.to()));
    return Response.ok(ClientResponse.of(client, now))
        .header(HttpHeaders.ETAG, new EntityTag(client.version))
        .build();
  }

  private ClientLifecycle.Move allowedMove(ClientStatus from, ClientStatus to) {
    ClientLifecycle.Move move =
        ClientLifecycle.move(from, to)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        TenantsProblem.CLIENT_MOVE_IMPOSSIBLE,
                        "%s does not follow %s.".formatted(to, from)));
    if (!ClientLifecycle.mayMove(move, caller.grant().roles())) {
      throw ProblemException.of(
          TenantsProblem.CLIENT_MOVE_NOT_YOURS,
          "One of %s decides this.".formatted(move.by().stream().sorted().toList()));
    }
    if (to == ClientStatus.ACTIVE) {
      requireComplete();
    }
    return move;
  }

  private void requireComplete() {
    var missing = onboarding.checklist().missing();
    if (!missing.isEmpty()) {
      throw ProblemException.of(
          TenantsProblem.ONBOARDING_INCOMPLETE,
          "%d items are missing.".formatted(missing.size()),
          missing.stream()
              .map(item -> new FieldError("/to", item + ": " + item.remedy()))
              .toList());
    }
  }

  @GET
  @Transactional
  @Requires(Permission.CLIENT_READ)
  @Operation(operationId = "listClientMoves", summary = "List how the client came to its state")
  @APIResponse(
      responseCode = "200",
      description = "A page of moves, oldest first.",
      content =
          @Content(
              mediaType = "application/json",
              example = "{\"items\":[" + TransitionResponse.EXAMPLE + "],\"nextCursor\":null}"))
  public Page<TransitionResponse> listClientMoves(
      UUID clientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "client-moves", clientId);
    return Page.of(
        transitions.page(request),
        request,
        move -> Integer.toString(move.number),
        TransitionResponse::of);
  }
}
