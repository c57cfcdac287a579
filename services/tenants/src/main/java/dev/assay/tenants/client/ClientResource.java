package dev.assay.tenants.client;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenants.TenantsProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** One client: who it is, when its year ends, and in which zone its dates are meant. */
@Path("/v1/clients/{clientId}")
@RunOnVirtualThread
public class ClientResource {

  private final Clients clients;
  private final AuditTrail audit;
  private final Clock clock;

  ClientResource(Clients clients, AuditTrail audit, Clock clock) {
    this.clients = clients;
    this.audit = audit;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Requires(Permission.CLIENT_READ)
  @Operation(operationId = "readClient", summary = "Read one client")
  @APIResponse(
      responseCode = "200",
      description = "The client; its version is the ETag.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ClientResponse.class),
              example = ClientResponse.EXAMPLE))
  public Response readClient(UUID clientId) {
    return answer(find(clientId));
  }

  @PUT
  @Transactional
  @Requires(Permission.CLIENT_UPDATE)
  @Operation(operationId = "updateClient", summary = "Change a client")
  @APIResponse(
      responseCode = "200",
      description = "The client as it is now, with its new ETag.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ClientResponse.class),
              example = ClientResponse.EXAMPLE))
  public Response updateClient(
      UUID clientId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ClientRequest request) {
    Client client = find(clientId);
    EntityTag.require(ifMatch, client.version);
    if (!client.yearEndAt(clock.instant()).day().equals(request.fiscalYearEnd())) {
      throw ProblemException.of(
          TenantsProblem.YEAR_END_IN_FISCAL_CALENDAR,
          "Send the fiscalYearEnd that you read, and record its change in the fiscal calendar.");
    }
    boolean renamed = !client.legalName.equals(request.legalName().strip());
    client.change(request);
    clients.flush();
    audit.record(
        AuditEvent.of("client.changed", "CLIENT", client.id)
            .with("version", client.version)
            .with("legalNameChanged", renamed)
            .with("timeZone", client.timeZone)
            .with("filerStatus", client.filerStatus));
    return answer(client);
  }

  private Client find(UUID clientId) {
    return clients.findByIdOptional(clientId).orElseThrow(ProblemException::notFound);
  }

  private Response answer(Client client) {
    return Response.ok(ClientResponse.of(client, clock.instant()))
        .header(HttpHeaders.ETAG, new EntityTag(client.version))
        .build();
  }
}
