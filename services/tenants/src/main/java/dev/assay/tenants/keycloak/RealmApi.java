package dev.assay.tenants.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The realm's settings as they are, to be read only. */
@Path("admin/realms/{realm}")
@RegisterRestClient(configKey = "keycloak-realm")
interface RealmApi {

  @GET
  JsonNode realm(@HeaderParam("Authorization") String bearer, @PathParam("realm") String realm);

  @GET
  @Path("clients")
  JsonNode clients(
      @HeaderParam("Authorization") String bearer,
      @PathParam("realm") String realm,
      @QueryParam("clientId") String clientId);

  @GET
  @Path("roles/{role}")
  JsonNode role(
      @HeaderParam("Authorization") String bearer,
      @PathParam("realm") String realm,
      @PathParam("role") String role);

  @GET
  @Path("authentication/flows/{flow}/executions")
  JsonNode executions(
      @HeaderParam("Authorization") String bearer,
      @PathParam("realm") String realm,
      @PathParam("flow") String flow);

  @GET
  @Path("authentication/config/{id}")
  JsonNode configuration(
      @HeaderParam("Authorization") String bearer,
      @PathParam("realm") String realm,
      @PathParam("id") String id);

  @GET
  @Path("users/profile")
  JsonNode userProfile(
      @HeaderParam("Authorization") String bearer, @PathParam("realm") String realm);

  @GET
  @Path("users")
  JsonNode users(
      @HeaderParam("Authorization") String bearer,
      @PathParam("realm") String realm,
      @QueryParam("username") String username,
      @QueryParam("exact") boolean exact);

  @GET
  @Path("users/{id}/role-mappings/realm")
  JsonNode realmRoles(
      @HeaderParam("Authorization") String bearer,
      @PathParam("realm") String realm,
      @PathParam("id") String id);
}
