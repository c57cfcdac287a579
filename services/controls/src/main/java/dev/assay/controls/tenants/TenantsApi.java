package dev.assay.controls.tenants;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What controls asks {@code tenants}. */
@Path("/v1/clients/{clientId}")
@RegisterRestClient(configKey = "tenants")
interface TenantsApi {

  @GET
  ClientAnswer client(
      @HeaderParam("Authorization") String bearer, @PathParam("clientId") UUID clientId);

  @GET
  @Path("/people")
  IdPage people(
      @HeaderParam("Authorization") String bearer,
      @PathParam("clientId") UUID clientId,
      @QueryParam("limit") int limit,
      @QueryParam("cursor") @Nullable String cursor);

  @GET
  @Path("/systems")
  IdPage systems(
      @HeaderParam("Authorization") String bearer,
      @PathParam("clientId") UUID clientId,
      @QueryParam("limit") int limit,
      @QueryParam("cursor") @Nullable String cursor);
}
