package dev.assay.tenants.client;

import dev.assay.audit.AuditTrail;
import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** An MSP's clients: onboarding, and the list that reaches as far as the caller's grants. */
@Path("/v1/msps/{mspId}/clients")
@RunOnVirtualThread
public class ClientsOfMspResource {

  private final Clients clients;
  private final ClientRegister register;
  private final AuditTrail audit;
  private final Clock clock;

  ClientsOfMspResource(Clients clients, ClientRegister register, AuditTrail audit, Clock clock) {
    this.clients = clients;
    this.register = register;
    this.audit = audit;
    this.clock = clock;
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(Permission.CLIENT_CREATE)
  @Operation(operationId = "createClient", summary = "Onboard a client of the MSP")
  @APIResponse(
      responseCode = "201",
      description = "Onboarding has begun.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ClientResponse.class),
              example = ClientResponse.EXAMPLE))
  public Response createClient(
      UUID mspId, @NotNull @Valid ClientRequest request, @Context UriInfo uri) {
    Client client = register.enter(mspId, request);
    register.flush();
    audit.record(ClientRegister.created(client));
    return Response.created(
            uri.getBaseUriBuilder().path("v1/clients").path(client.id.toString()).build())
        .header(HttpHeaders.ETAG, new EntityTag(client.version))
        .entity(ClientResponse.of(client, clock.instant()))
        .build();
  }

  @GET
  @Transactional
  @Requires(value = Permission.CLIENT_LIST, reach = Requires.Reach.CLIENTS_OF_MSP)
  @Operation(
      operationId = "listClients",
      summary = "List the MSP's clients that the caller's grants reach, by name")
  @APIResponse(
      responseCode = "200",
      description = "A page of clients.",
      content =
          @Content(
              mediaType = "application/json",
              example = "{\"items\":[" + ClientResponse.EXAMPLE + "],\"nextCursor\":null}"))
  public Page<ClientResponse> listClients(
      UUID mspId,
      @Parameter(description = "Start of the legal name, in any case.")
          @QueryParam("name")
          @DefaultValue("")
          @Size(max = 200)
          String name,
      @QueryParam("status") @Nullable ClientStatus status,
      @QueryParam("filerStatus") @Nullable FilerStatus filerStatus,
      @Parameter(
              description = "KIND:value, or OTHER:scheme:value; of those not withdrawn.",
              example = "CIK:0000123456")
          @QueryParam("identifier")
          @Size(max = 140)
          @Nullable String identifier,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var filter = ClientFilter.of(name, status, filerStatus, identifier);
    var request = PageRequest.of(limit, cursor, "clients", mspId, filter);
    var now = clock.instant();
    return Page.of(
        clients.page(filter, request),
        request,
        Clients.SortKey::of,
        client -> ClientResponse.of(client, now));
  }
}
