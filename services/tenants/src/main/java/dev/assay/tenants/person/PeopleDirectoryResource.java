package dev.assay.tenants.person;

import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Finding somebody by name among an MSP's people and those of the clients that one works for. */
@Path("/v1/msps/{mspId}/directory/people")
@RunOnVirtualThread
public class PeopleDirectoryResource {

  private final PeopleDirectory people;

  PeopleDirectoryResource(PeopleDirectory people) {
    this.people = people;
  }

  @GET
  @Transactional
  @Requires(value = Permission.PERSON_READ, reach = Requires.Reach.CLIENTS_OF_MSP)
  @Operation(
      operationId = "searchPeople",
      summary =
          "Find people of the MSP, and of its clients that the caller's grants reach, by name")
  @APIResponse(
      responseCode = "200",
      description = "A page of people, by name.",
      content =
          @Content(mediaType = "application/json", example = FoundPersonResponse.PAGE_EXAMPLE))
  public Page<FoundPersonResponse> searchPeople(
      UUID mspId,
      @Parameter(description = "Start of the display name, in any case.")
          @QueryParam("name")
          @DefaultValue("")
          @Size(max = 200)
          String name,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "people-directory", mspId, name);
    return Page.of(
        people.page(name, request), request, PeopleDirectory.SortKey::of, FoundPersonResponse::of);
  }
}
