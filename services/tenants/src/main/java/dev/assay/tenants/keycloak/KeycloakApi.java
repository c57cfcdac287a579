package dev.assay.tenants.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * What of Keycloak's Admin REST API this service uses, and nothing else: there is no field in which
 * a credential could travel.
 */
@Path("/")
@RegisterRestClient(configKey = "keycloak")
interface KeycloakApi {

  /** An access token of the service's own account. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Granted(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("expires_in") long expiresInSeconds) {}

  /** An account to be made. */
  record NewAccount(String username, String email, boolean enabled, List<String> requiredActions) {
    /** Shows no address. */
    @Override
    public String toString() {
      return "NewAccount[" + requiredActions + "]";
    }
  }

  /** What changes of an account. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Switch(boolean enabled) {}

  /** An account as Keycloak has it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Found(
      String id,
      String username,
      boolean enabled,
      boolean emailVerified,
      @Nullable List<String> requiredActions) {

    /** Whether an application comes with it: Keycloak keeps these user names for them. */
    boolean ofApplication() {
      return username.startsWith("service-account-");
    }

    /** Shows no name: it is an address. */
    @Override
    public String toString() {
      return "Found[" + id + ", enabled " + enabled + "]";
    }
  }

  @POST
  @Path("realms/{realm}/protocol/openid-connect/token")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  Granted token(
      @PathParam("realm") String realm,
      @FormParam("grant_type") String grantType,
      @FormParam("client_id") String clientId,
      @FormParam("client_secret") String clientSecret);

  @POST
  @Path("admin/realms/{realm}/users")
  Response create(
      @HeaderParam("Authorization") String bearer,
      @PathParam("realm") String realm,
      NewAccount account);

  @GET
  @Path("admin/realms/{realm}/users")
  List<Found> find(
      @HeaderParam("Authorization") String bearer,
      @PathParam("realm") String realm,
      @QueryParam("username") @Nullable String username,
      @QueryParam("email") @Nullable String email,
      @QueryParam("exact") boolean exact);

  @GET
  @Path("admin/realms/{realm}/users/{id}")
  Found read(
      @HeaderParam("Authorization") String bearer,
      @PathParam("realm") String realm,
      @PathParam("id") String id);

  @PUT
  @Path("admin/realms/{realm}/users/{id}")
  void change(
      @HeaderParam("Authorization") String bearer,
      @PathParam("realm") String realm,
      @PathParam("id") String id,
      Switch change);

  @POST
  @Path("admin/realms/{realm}/users/{id}/logout")
  void logOut(
      @HeaderParam("Authorization") String bearer,
      @PathParam("realm") String realm,
      @PathParam("id") String id);

  @PUT
  @Path("admin/realms/{realm}/users/{id}/execute-actions-email")
  void sendActions(
      @HeaderParam("Authorization") String bearer,
      @PathParam("realm") String realm,
      @PathParam("id") String id,
      @QueryParam("lifespan") long lifespanSeconds,
      List<String> actions);
}
