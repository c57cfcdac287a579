package dev.assay.evidence.custody;

import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The chain of custody of an item of evidence. */
@Path("/v1/clients/{clientId}/evidence/{evidenceId}/custody")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Custody")
public class CustodyResource {

  private static final String EXAMPLE =
      """
      {"items":[
      {"at":"2026-11-23T10:15:29.001Z","what":"evidence.entered","who":"00000000-0000-4000-8000-000000000003","roles":["MSP_TECHNICIAN"],"details":{"controlId":"AM-04","periodFrom":"2026-01-01","periodTo":"2026-11-23"},"sources":[{"table":"evidence","key":"01932f3e-6a00-7c40-8a53-000000000001"},{"table":"audit_event","key":"01932f3e-6a01-7c40-8a53-000000000002"}]},
      {"at":"2026-11-23T10:15:30.323Z","what":"evidence-file.sealed","fileId":"01932f3e-6f11-7c40-8a53-5c1f7a3f9f02","who":"system:sealer","roles":[],"details":{"retainUntil":"2034-01-01T12:00:00Z","ruleSet":"evidence-retention-1","sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","size":"18211"},"sources":[{"table":"evidence_transition","key":"01932f3e-6f11-7c40-8a53-5c1f7a3f9f02/SEALED"},{"table":"audit_event","key":"01932f3e-7f11-7c40-8a53-5c1f7a3f9f03"}]}],"nextCursor":null}
      """;

  private final CustodyTrail trail;

  CustodyResource(CustodyTrail trail) {
    this.trail = trail;
  }

  @GET
  @Requires(Permission.EVIDENCE_READ)
  @Transactional
  @Operation(
      operationId = "listEvidenceCustody",
      summary =
          "Everything that happened to an item, from its arrival to now, with its source rows")
  @APIResponse(
      responseCode = "200",
      description = "One page, the oldest first",
      content = @Content(mediaType = MediaType.APPLICATION_JSON, example = EXAMPLE))
  public Page<CustodyEvent> list(
      @PathParam("clientId") UUID clientId,
      @PathParam("evidenceId") UUID evidenceId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var page = PageRequest.of(limit, cursor, "custody", clientId, evidenceId);
    CustodyPlace after =
        page.after(key -> CustodyPlace.parse(evidenceId, key)).orElse(CustodyPlace.START);
    List<CustodyRow> rows =
        trail.page(List.of(evidenceId), CustodyTrail.EVER, after, page.fetchSize());
    if (rows.isEmpty() && after.equals(CustodyPlace.START)) {
      // Its own arrival is the first event of every item.
      throw ProblemException.notFound();
    }
    return Page.of(rows, page, row -> row.place().asCursor(), CustodyRow::event);
  }
}
