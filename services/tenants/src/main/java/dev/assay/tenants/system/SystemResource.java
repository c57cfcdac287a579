package dev.assay.tenants.system;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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

/** The client's systems that are in scope for ICFR. */
@Path("/v1/clients/{clientId}/systems")
@RunOnVirtualThread
public class SystemResource {

  private final InScopeSystems systems;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  SystemResource(InScopeSystems systems, AuditTrail audit, Clock clock) {
    this.systems = systems;
    this.audit = audit;
    this.clock = clock;
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(Permission.SYSTEM_WRITE)
  @Operation(operationId = "createSystem", summary = "Bring a system into scope")
  @APIResponse(
      responseCode = "201",
      description = "In scope.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SystemResponse.class),
              example = SystemResponse.EXAMPLE))
  public Response createSystem(
      UUID clientId, @NotNull @Valid SystemRequest request, @Context UriInfo uri) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var system = new InScopeSystem(ids.generate(), now, request);
    systems.write(system);
    audit.record(event("system.created", system));
    return Response.created(uri.getAbsolutePathBuilder().path(system.id.toString()).build())
        .header(HttpHeaders.ETAG, new EntityTag(system.version))
        .entity(SystemResponse.of(system))
        .build();
  }

  @GET
  @Transactional
  @Requires(Permission.SYSTEM_READ)
  @Operation(operationId = "listSystems", summary = "List the client's in-scope systems")
  @APIResponse(
      responseCode = "200",
      description = "A page of systems, oldest first.",
      content =
          @Content(
              mediaType = "application/json",
              example = "{\"items\":[" + SystemResponse.EXAMPLE + "],\"nextCursor\":null}"))
  public Page<SystemResponse> listSystems(
      UUID clientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "systems", clientId);
    return Page.of(systems.page(request), request, s -> s.id.toString(), SystemResponse::of);
  }

  @GET
  @Path("{systemId}")
  @Transactional
  @Requires(Permission.SYSTEM_READ)
  @Operation(operationId = "readSystem", summary = "Read one in-scope system")
  @APIResponse(
      responseCode = "200",
      description = "The system; its version is the ETag.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SystemResponse.class),
              example = SystemResponse.EXAMPLE))
  public Response readSystem(UUID clientId, UUID systemId) {
    return answer(find(systemId));
  }

  @PUT
  @Path("{systemId}")
  @Transactional
  @Requires(Permission.SYSTEM_WRITE)
  @Operation(operationId = "updateSystem", summary = "Change an in-scope system")
  @APIResponse(
      responseCode = "200",
      description = "The system as it is now, with its new ETag.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SystemResponse.class),
              example = SystemResponse.EXAMPLE))
  public Response updateSystem(
      UUID clientId,
      UUID systemId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SystemRequest request) {
    InScopeSystem system = find(systemId);
    EntityTag.require(ifMatch, system.version);
    system.change(request);
    systems.write(system);
    audit.record(event("system.changed", system).with("version", system.version));
    return answer(system);
  }

  private InScopeSystem find(UUID systemId) {
    return systems.findByIdOptional(systemId).orElseThrow(ProblemException::notFound);
  }

  private static AuditEvent event(String action, InScopeSystem system) {
    return AuditEvent.of(action, "SYSTEM", system.id)
        .with("kind", system.kind)
        .with("hosting", system.hosting);
  }

  private static Response answer(InScopeSystem system) {
    return Response.ok(SystemResponse.of(system))
        .header(HttpHeaders.ETAG, new EntityTag(system.version))
        .build();
  }
}
