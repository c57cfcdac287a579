package dev.assay.evidence.reminder;

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
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reminders across the clients of an MSP that the grants of the caller reach. */
@Path("/v1/msps/{mspId}/evidence-reminders")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence requests")
public class RemindersOfMspResource {

  private final Reminders reminders;

  RemindersOfMspResource(Reminders reminders) {
    this.reminders = reminders;
  }

  @GET
  @Requires(value = Permission.EVIDENCE_REQUEST_READ, reach = Requires.Reach.CLIENTS_OF_MSP)
  @Transactional
  @Operation(
      operationId = "listEvidenceRemindersOfMsp",
      summary = "Reminders that fell due at clients that the caller's grants reach, oldest first",
      description =
          "Assay sends nothing itself: pull these and carry them. The ids stay, so read again from"
              + " a moment before the last one, and leave out what was carried.")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content = @Content(mediaType = "application/json", example = ReminderResponse.PAGE))
  public Page<ReminderResponse> list(
      @PathParam("mspId") UUID mspId,
      @Parameter(
              description = "Only those that fell due then or later.",
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @QueryParam("since")
          @Nullable String since,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    Instant from = RemindersOfClientResource.moment(since);
    var page = PageRequest.of(limit, cursor, "listEvidenceRemindersOfMsp", mspId, "" + from);
    return Page.of(
        reminders.page(from, page), page, row -> row.id().toString(), ReminderResponse::of);
  }
}
