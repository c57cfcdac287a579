package dev.assay.tenants.person;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenancy.scope.TenantScope;
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

/** The people who can become platform operators. */
@Path("/v1/platform/people")
@RunOnVirtualThread
public class PeopleOfPlatformResource {

  private final RegisterPerson register;
  private final People people;
  private final PersonViews views;

  PeopleOfPlatformResource(RegisterPerson register, People people, PersonViews views) {
    this.register = register;
    this.people = people;
    this.views = views;
  }

  @POST
  @Transactional
  @Idempotent
  @Requires(Permission.PERSON_WRITE)
  @Operation(
      operationId = "registerPersonOfPlatform",
      summary = "Make a person of the platform known")
  @APIResponse(
      responseCode = "201",
      description = "Known, and without any role yet.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PersonResponse.class),
              example = PersonResponse.EXAMPLE))
  public Response registerPersonOfPlatform(
      @NotNull @Valid PersonRequest request, @Context UriInfo uri) {
    return register.at(TenantScope.PLATFORM_ID, null, request, uri);
  }

  @GET
  @Transactional
  @Requires(Permission.PERSON_READ)
  @Operation(operationId = "listPeopleOfPlatform", summary = "List the platform's people")
  @APIResponse(
      responseCode = "200",
      description = "A page of people, oldest first.",
      content = @Content(mediaType = "application/json", example = PersonResponse.PAGE_EXAMPLE))
  public Page<PersonResponse> listPeopleOfPlatform(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "people", TenantScope.PLATFORM_ID);
    return views.page(people.page(request), request);
  }

  @GET
  @Path("{personId}")
  @Transactional
  @Requires(Permission.PERSON_READ)
  @Operation(operationId = "readPersonOfPlatform", summary = "Read one of them")
  @APIResponse(
      responseCode = "200",
      description = "The person.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PersonResponse.class),
              example = PersonResponse.EXAMPLE))
  public PersonResponse readPersonOfPlatform(UUID personId) {
    return people
        .findByIdOptional(personId)
        .map(views::one)
        .orElseThrow(ProblemException::notFound);
  }
}
