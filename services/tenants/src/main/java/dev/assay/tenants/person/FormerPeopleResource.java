package dev.assay.tenants.person;

import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Who worked for the client at MSPs that it has left; records of theirs name them by their ids. */
@Path("/v1/clients/{clientId}/former-people")
@RunOnVirtualThread
public class FormerPeopleResource {

  private final FormerPeople people;

  FormerPeopleResource(FormerPeople people) {
    this.people = people;
  }

  @GET
  @Transactional
  @Requires(Permission.PERSON_READ)
  @Operation(
      operationId = "listFormerPeople",
      summary = "List who worked for the client at MSPs that it has left")
  @APIResponse(
      responseCode = "200",
      description = "A page of people.",
      content =
          @Content(mediaType = "application/json", example = FormerPersonResponse.PAGE_EXAMPLE))
  public Page<FormerPersonResponse> listFormerPeople(
      UUID clientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "former-people", clientId);
    return Page.of(people.page(request), request, p -> p.id.toString(), FormerPersonResponse::of);
  }
}
