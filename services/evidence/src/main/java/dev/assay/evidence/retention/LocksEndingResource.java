package dev.assay.evidence.retention;

import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** When a client's evidence comes to the end of its locks. */
@Path("/v1/clients/{clientId}/retention")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
public class LocksEndingResource {

  private final RetainedFiles files;

  LocksEndingResource(RetainedFiles files) {
    this.files = files;
  }

  @GET
  @Requires(Permission.EVIDENCE_READ)
  @Transactional
  @Operation(
      operationId = "listLocksEnding",
      summary = "How much evidence comes to the end of its lock in each month")
  @APIResponse(
      responseCode = "200",
      description = "One page, earliest month first",
      content =
          @Content(
              mediaType = "application/json",
              example =
                  """
                  {"items":[{"month":"2033-11","files":42,"bytes":1048576,"endingTooSoon":0}],"nextCursor":null}
                  """))
  public Page<LocksEnding> ends(
      @PathParam("clientId") UUID clientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    PageRequest page = PageRequest.of(limit, cursor, "retention", clientId);
    return Page.of(files.ends(page), page, LocksEnding::month, month -> month);
  }
}
