package dev.assay.tenants.person;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** A client's own people, and those of its MSP who work for it. */
@Path("/v1/clients/{clientId}/people")
@RunOnVirtualThread
public class PeopleOfClientResource {

  private final RegisterPerson register;
  private final People people;
  private final PersonViews views;
  private final FormerPeople former;
  private final Caller caller;

  PeopleOfClientResource(
      RegisterPerson register,
      People people,
      PersonViews views,
      FormerPeople former,
      Caller caller) {
    this.register = register;
    this.people = people;
    this.views = views;
    this.former = former;
    this.caller = caller;
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(Permission.PERSON_WRITE)
  @Operation(operationId = "registerPersonOfClient", summary = "Make a person of the client known")
  @APIResponse(
      responseCode = "201",
      description = "Known, and without any role yet.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PersonResponse.class),
              example = PersonResponse.EXAMPLE))
  public Response registerPersonOfClient(
      UUID clientId, @NotNull @Valid PersonRequest request, @Context UriInfo uri) {
    return register.at(caller.grant().mspId(), clientId, request, uri);
  }

  @GET
  @Transactional
  @Requires(Permission.PERSON_READ)
  @Operation(
      operationId = "listPeopleOfClient",
      summary = "List the client's people, and those of its MSP who have or had a grant here")
  @APIResponse(
      responseCode = "200",
      description = "A page of people, oldest first.",
      content = @Content(mediaType = "application/json", example = PersonResponse.PAGE_EXAMPLE))
  public Page<PersonResponse> listPeopleOfClient(
      UUID clientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "people", clientId);
    return views.page(people.pageOfClient(request), request);
  }

  @GET
  @Path("{personId}")
  @Transactional
  @Requires(Permission.PERSON_READ)
  @Operation(operationId = "readPersonOfClient", summary = "Read one of them")
  @APIResponse(
      responseCode = "200",
      description = "The person.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PersonResponse.class),
              example = PersonResponse.EXAMPLE))
  public PersonResponse readPersonOfClient(UUID clientId, UUID personId) {
    return people
        .findOfClient(personId)
        .map(views::one)
        .or(() -> former.find(personId))
        .orElseThrow(ProblemException::notFound);
  }
}
