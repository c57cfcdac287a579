package dev.assay.readiness.source;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What readiness asks {@code controls}. */
@Path("/v1/clients/{clientId}/years/{fiscalYear}/readiness-inputs")
@RegisterRestClient(configKey = "controls")
interface ControlsApi {

  @GET
  ControlsAnswer readinessInputs(
      @HeaderParam("Authorization") String bearer,
      @PathParam("clientId") UUID clientId,
      @PathParam("fiscalYear") int fiscalYear);
}
