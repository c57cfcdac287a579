package dev.assay.tenants.breakglass;

import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** When operators of the platform read at any of the MSP's clients. */
@Path("/v1/msps/{mspId}/break-glass")
@RunOnVirtualThread
public class BreakGlassOfMspResource {

  private final BrokenGlasses glasses;
  private final Clock clock;

  BreakGlassOfMspResource(BrokenGlasses glasses, Clock clock) {
    this.glasses = glasses;
    this.clock = clock;
  }

  @GET
  @Transactional
  @Requires(value = Permission.BREAK_GLASS_READ, reach = Requires.Reach.CLIENTS_OF_MSP)
  @Operation(
      operationId = "listBreakGlassOfMsp",
      summary = "List when operators read at the MSP's clients, the last first")
  @APIResponse(
      responseCode = "200",
      description = "A page of accesses at the clients that the caller's grants reach.",
      content = @Content(mediaType = "application/json", example = BreakGlassResponse.PAGE_EXAMPLE))
  public Page<BreakGlassResponse> listBreakGlassOfMsp(
      UUID mspId,
      @Parameter(description = "Only those that somebody, or nobody, has acknowledged.")
          @QueryParam("acknowledged")
          @Nullable Boolean acknowledged,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var request = PageRequest.of(limit, cursor, "break-glass", mspId, String.valueOf(acknowledged));
    var now = clock.instant();
    return Page.of(
        glasses.page(acknowledged, request),
        request,
        history -> history.broken().id.toString(),
        history -> BreakGlassResponse.of(history, now));
  }
}
