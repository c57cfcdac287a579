package dev.assay.tenancy.grant;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The one question that every service asks {@code tenants}. */
@Path("/v1/grants/effective")
@RegisterRestClient(configKey = "tenants")
interface EffectiveGrantsApi {

  @GET
  EffectiveGrant effective(
      @HeaderParam("Authorization") String bearer,
      @QueryParam("client") @Nullable UUID client,
      @QueryParam("msp") @Nullable UUID msp);
}
