package dev.assay.readiness.source;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What readiness asks {@code tenants}. */
@Path("/v1/clients/{clientId}")
@RegisterRestClient(configKey = "tenants")
interface TenantsApi {

  /** The most that one page may hold. */
  int LONGEST_PAGE = 200;

  @GET
  ClientAnswer client(
      @HeaderParam("Authorization") String bearer, @PathParam("clientId") UUID clientId);

  @GET
  @Path("/people")
  PeopleAnswer people(
      @HeaderParam("Authorization") String bearer,
      @PathParam("clientId") UUID clientId,
      @QueryParam("limit") int limit,
      @QueryParam("cursor") @Nullable String cursor);
}
