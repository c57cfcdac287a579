package dev.assay.evidence.quota;

import dev.assay.http.idempotency.Idempotent;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A client's quota; its MSP's admins set it. */
@Path("/v1/clients/{clientId}/evidence-quota")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quota")
public class QuotaResource {

  private final Quotas quotas;

  QuotaResource(Quotas quotas) {
    this.quotas = quotas;
  }

  @GET
  @Requires(Permission.CLIENT_READ)
  @Transactional
  @Operation(
      operationId = "readEvidenceQuota",
      summary = "How many bytes of evidence the client may keep today, and keeps")
  @APIResponse(
      responseCode = "200",
      description = "The quota",
      content =
          @Content(
              schema = @Schema(implementation = QuotaResponse.class),
              example = QuotaResponse.EXAMPLE))
  public QuotaResponse read(@PathParam("clientId") UUID clientId) {
    return quotas.read();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.CLIENT_UPDATE)
  @Idempotent
  @Transactional
  @Operation(
      operationId = "setEvidenceQuota",
      summary = "Set from a day on how many bytes of evidence the client may keep")
  @APIResponse(
      responseCode = "201",
      description = "The policy",
      content =
          @Content(
              schema = @Schema(implementation = QuotaPolicy.class),
              example = QuotaPolicy.EXAMPLE))
  public Response setEvidenceQuota(
      @PathParam("clientId") UUID clientId, @NotNull @Valid QuotaRequest request) {
    return Response.created(UriBuilder.fromPath("/v1/clients/{id}/evidence-quota").build(clientId))
        .entity(quotas.set(request))
        .build();
  }
}
