package dev.assay.evidence.item;

import dev.assay.evidence.file.FileState;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenancy.permission.Requires.Reach;
import dev.assay.tenancy.scope.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Evidence over all clients of an MSP that the caller has grants for. */
@Path("/v1/msps/{mspId}/evidence-of-clients")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence")
public class EvidenceOfClientsResource {

  private final Evidences evidences;
  private final Scopes scopes;

  EvidenceOfClientsResource(Evidences evidences, Scopes scopes) {
    this.evidences = evidences;
    this.scopes = scopes;
  }

  @GET
  @Requires(value = Permission.EVIDENCE_READ, reach = Reach.CLIENTS_OF_MSP)
  @Transactional
  @Operation(
      operationId = "listEvidenceOfClients",
      summary = "Items of evidence of those clients that the caller has grants for, newest first")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(
              mediaType = "application/json",
              example =
                  "{\"items\":[" + ClientsEvidenceResponse.EXAMPLE + "],\"nextCursor\":null}"))
  public Page<ClientsEvidenceResponse> list(
      @PathParam("mspId") UUID mspId,
      @QueryParam("controlId") @Nullable String controlId,
      @Parameter(
              description = "Only items whose period reaches this day or later.",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @QueryParam("periodFrom")
          @Nullable String periodFrom,
      @Parameter(
              description = "Only items whose period begins on this day or earlier.",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @QueryParam("periodTo")
          @Nullable String periodTo,
      @Parameter(description = "Only items whose title begins so, in any case.")
          @QueryParam("titlePrefix")
          @Nullable String titlePrefix,
      @Parameter(description = "Only items from exactly this source.") @QueryParam("sourceSystem")
          @Nullable String sourceSystem,
      @Parameter(
              description = "Only items with a file that is in this state now.",
              schema = @Schema(implementation = FileState.class))
          @QueryParam("fileState")
          @Nullable String fileState,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var filter =
        EvidenceFilter.parse(controlId, periodFrom, periodTo, titlePrefix, sourceSystem, fileState);
    PageRequest page =
        PageRequest.of(limit, cursor, "evidence-of-clients", scopes.current(), filter);
    return Page.of(
        evidences.page(filter, page),
        page,
        item -> item.id().toString(),
        ClientsEvidenceResponse::of);
  }
}
