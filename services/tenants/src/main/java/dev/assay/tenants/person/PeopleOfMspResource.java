package dev.assay.tenants.person;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
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

/** The people and service accounts of an MSP. */
@Path("/v1/msps/{mspId}/people")
@RunOnVirtualThread
public class PeopleOfMspResource {

  private final RegisterPerson register;
  private final People people;
  private final PersonViews views;

  PeopleOfMspResource(RegisterPerson register, People people, PersonViews views) {
    this.register = register;
    this.people = people;
    this.views = views;
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(Permission.PERSON_WRITE)
  @Operation(
      operationId = "registerPersonOfMsp",
      summary = "Make a person or service account of the MSP known")
  @APIResponse(
      responseCode = "201",
      description = "Known, and without any role yet.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PersonResponse.class),
              example = PersonResponse.EXAMPLE))
  public Response registerPersonOfMsp(
      UUID mspId, @NotNull @Valid PersonRequest request, @Context UriInfo uri) {
    return register.at(mspId, null, request, uri);
  }

  @GET
  @Transactional
  @Requires(Permission.PERSON_READ)
  @Operation(operationId = "listPeopleOfMsp", summary = "List the MSP's own people")
  @APIResponse(
      responseCode = "200",
      description = "A page of people, oldest first.",
      content = @Content(mediaType = "application/json", example = PersonResponse.PAGE_EXAMPLE))
  public Page<PersonResponse> listPeopleOfMsp(
      UUID mspId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "people", mspId);
    return views.page(people.page(request), request);
  }

  @GET
  @Path("{personId}")
  @Transactional
  @Requires(Permission.PERSON_READ)
  @Operation(operationId = "readPersonOfMsp", summary = "Read one of them")
  @APIResponse(
      responseCode = "200",
      description = "The person.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PersonResponse.class),
              example = PersonResponse.EXAMPLE))
  public PersonResponse readPersonOfMsp(UUID mspId, UUID personId) {
    return people
        .findByIdOptional(personId)
        .map(views::one)
        .orElseThrow(ProblemException::notFound);
  }
}
