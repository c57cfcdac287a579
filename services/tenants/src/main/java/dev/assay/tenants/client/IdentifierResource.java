package dev.assay.tenants.client;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenants.TenantsProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What the SEC, the IRS and others call the client; each name is one client's within an MSP. */
@Path("/v1/clients/{clientId}/identifiers")
@RunOnVirtualThread
public class IdentifierResource {

  private final ClientIdentifiers identifiers;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  IdentifierResource(ClientIdentifiers identifiers, Caller caller, AuditTrail audit, Clock clock) {
    this.identifiers = identifiers;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(Permission.CLIENT_UPDATE)
  @Operation(operationId = "addIdentifier", summary = "Add an identifier of the client")
  @APIResponse(
      responseCode = "201",
      description = "Added; no other client of the MSP can have it.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = IdentifierResponse.class),
              example = IdentifierResponse.EXAMPLE))
  public Response addIdentifier(
      UUID clientId, @NotNull @Valid IdentifierRequest request, @Context UriInfo uri) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var identifier =
        new ClientIdentifier(ids.generate(), request.identifier(), caller.token().subject(), now);
    identifiers.add(identifier);
    audit.record(event("identifier.added", identifier));
    return Response.created(uri.getAbsolutePathBuilder().path(identifier.id.toString()).build())
        .entity(IdentifierResponse.of(identifier))
        .build();
  }

  @GET
  @Transactional
  @Requires(Permission.CLIENT_READ)
  @Operation(operationId = "listIdentifiers", summary = "List the client's identifiers")
  @APIResponse(
      responseCode = "200",
      description = "A page of identifiers, oldest first, with those that were withdrawn.",
      content =
          @Content(
              mediaType = "application/json",
              example = "{\"items\":[" + IdentifierResponse.EXAMPLE + "],\"nextCursor\":null}"))
  public Page<IdentifierResponse> listIdentifiers(
      UUID clientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "identifiers", clientId);
    return Page.of(
        identifiers.page(request), request, i -> i.id.toString(), IdentifierResponse::of);
  }

  @POST
  @Path("{identifierId}/withdraw")
  @Transactional
  @Idempotent
  @Requires(Permission.CLIENT_UPDATE)
  @Operation(
      operationId = "withdrawIdentifier",
      summary = "Say that an identifier is not the client's")
  @APIResponse(
      responseCode = "200",
      description = "Withdrawn; it stays to be read, and another client can have it.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = IdentifierResponse.class),
              example = IdentifierResponse.EXAMPLE))
  public Response withdrawIdentifier(
      UUID clientId, UUID identifierId, @NotNull @Valid WithdrawalRequest request) {
    ClientIdentifier identifier =
        identifiers.findToChange(identifierId).orElseThrow(ProblemException::notFound);
    if (identifier.withdrawnAt != null) {
      throw ProblemException.of(TenantsProblem.IDENTIFIER_WITHDRAWN, "It was withdrawn before.");
    }
    identifier.withdraw(
        caller.token().subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS), request.reason());
    identifiers.flush();
    audit.record(event("identifier.withdrawn", identifier));
    return Response.ok(IdentifierResponse.of(identifier)).build();
  }

  private static AuditEvent event(String action, ClientIdentifier identifier) {
    return AuditEvent.of(action, "IDENTIFIER", identifier.id).with("kind", identifier.kind);
  }
}
