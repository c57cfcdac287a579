package dev.assay.evidence.place;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What evidence asks {@code tenants}: only the fields that we read. */
@Path("/v1/clients/{clientId}")
@RegisterRestClient(configKey = "tenants")
interface TenantsApi {

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

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ClientAnswer(String timeZone) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record PeopleAnswer(List<PersonAnswer> items, @Nullable String nextCursor) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record PersonAnswer(UUID id) {}
}
