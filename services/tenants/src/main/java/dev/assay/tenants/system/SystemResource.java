package dev.assay.tenants.system;

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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The client's systems that are in scope for ICFR, or proposed to be. */
@Path("/v1/clients/{clientId}/systems")
@RunOnVirtualThread
public class SystemResource {

  private final PutSystem put;
  private final RecordChange record;
  private final SystemStandings standings;

  SystemResource(PutSystem put, RecordChange record, SystemStandings standings) {
    this.put = put;
    this.record = record;
    this.standings = standings;
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(Permission.SYSTEM_WRITE)
  @Operation(operationId = "createSystem", summary = "Propose a system for scope")
  @APIResponse(
      responseCode = "201",
      description = "Proposed; it counts once somebody else approves.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SystemResponse.class),
              example = SystemResponse.EXAMPLE))
  public Response createSystem(
      UUID clientId, @NotNull @Valid SystemRequest request, @Context UriInfo uri) {
    SystemStanding system = put.create(clientId, request);
    return Response.created(uri.getAbsolutePathBuilder().path(system.id.toString()).build())
        .header(HttpHeaders.ETAG, new EntityTag(system.version))
        .entity(SystemResponse.of(system))
        .build();
  }

  @GET
  @Transactional
  @Requires(Permission.SYSTEM_READ)
  @Operation(
      operationId = "listSystems",
      summary = "List the client's systems, or what was in scope on a date")
  @APIResponse(
      responseCode = "200",
      description = "A page of systems, oldest first.",
      content =
          @Content(
              mediaType = "application/json",
              example = "{\"items\":[" + SystemResponse.EXAMPLE + "],\"nextCursor\":null}"))
  public Page<SystemResponse> listSystems(
      UUID clientId,
      @Parameter(schema = @Schema(implementation = InScopeSystem.Kind.class)) @QueryParam("kind")
          @Nullable String kind,
      @Parameter(schema = @Schema(implementation = SystemState.class)) @QueryParam("state")
          @Nullable String state,
      @Parameter(
              description =
                  "Lists what was in scope on this date, as it was then, by what is approved now.",
              schema = @Schema(implementation = LocalDate.class))
          @QueryParam("asOf")
          @Nullable String asOf,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var filter = SystemFilter.of(kind, state, asOf);
    var request = PageRequest.of(limit, cursor, "systems", clientId, filter);
    return Page.of(
        standings.page(filter, request), request, s -> s.id.toString(), SystemResponse::of);
  }

  @GET
  @Path("{systemId}")
  @Transactional
  @Requires(Permission.SYSTEM_READ)
  @Operation(operationId = "readSystem", summary = "Read one system, as its newest version has it")
  @APIResponse(
      responseCode = "200",
      description = "The system; its version is the ETag.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SystemResponse.class),
              example = SystemResponse.EXAMPLE))
  public Response readSystem(UUID clientId, UUID systemId) {
    return answer(standings.find(systemId));
  }

  @PUT
  @Path("{systemId}")
  @Transactional
  @Requires(Permission.SYSTEM_WRITE)
  @Operation(
      operationId = "updateSystem",
      summary =
          "Put another version of a system, which waits for approval unless only the owner is new")
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
    return answer(put.replace(clientId, systemId, ifMatch, request));
  }

  @POST
  @Path("{systemId}/retire")
  @Transactional
  @Idempotent
  @Requires(Permission.SYSTEM_WRITE)
  @Operation(operationId = "retireSystem", summary = "Propose that a system leaves scope")
  @APIResponse(
      responseCode = "200",
      description = "Proposed; it stays in scope until somebody else approves.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SystemResponse.class),
              example = SystemResponse.EXAMPLE))
  public Response retireSystem(
      UUID clientId, UUID systemId, @NotNull @Valid RetirementRequest request) {
    return answer(record.retire(clientId, systemId, request));
  }

  static Response answer(SystemStanding system) {
    return Response.ok(SystemResponse.of(system))
        .header(HttpHeaders.ETAG, new EntityTag(system.version))
        .build();
  }
}
