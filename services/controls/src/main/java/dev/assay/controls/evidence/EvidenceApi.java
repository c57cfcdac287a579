package dev.assay.controls.evidence;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What controls asks {@code evidence}. */
@Path("/v1/clients/{clientId}/evidence/{evidenceId}/files/{fileId}")
@RegisterRestClient(configKey = "evidence")
interface EvidenceApi {

  @GET
  FileAnswer file(
      @HeaderParam("Authorization") String bearer,
      @PathParam("clientId") UUID clientId,
      @PathParam("evidenceId") UUID evidenceId,
      @PathParam("fileId") UUID fileId);
}
