package dev.assay.evidence.reminder;

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
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reminders of a client: of one assignee, to a control owner without another role. */
@Path("/v1/clients/{clientId}/evidence-reminders")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence requests")
public class RemindersOfClientResource {

  private final Reminders reminders;

  RemindersOfClientResource(Reminders reminders) {
    this.reminders = reminders;
  }

  @GET
  @Requires(Permission.EVIDENCE_REQUEST_READ)
  @Transactional
  @Operation(
      operationId = "listEvidenceReminders",
      summary = "Reminders that fell due at a client, oldest first",
      description =
          "Assay sends nothing itself: pull these and carry them. The ids stay, so read again from"
              + " a moment before the last one, and leave out what was carried.")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content = @Content(mediaType = "application/json", example = ReminderResponse.PAGE))
  public Page<ReminderResponse> list(
      @PathParam("clientId") UUID clientId,
      @Parameter(
              description = "Only those that fell due then or later.",
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @QueryParam("since")
          @Nullable String since,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    Instant from = moment(since);
    var page = PageRequest.of(limit, cursor, "listEvidenceReminders", clientId, "" + from);
    return Page.of(
        reminders.page(from, page), page, row -> row.id().toString(), ReminderResponse::of);
  }

  /** Reads the caller's parameter; a wrong one is a 400, where the framework would say 404. */
  static @Nullable Instant moment(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException wrong) {
      throw ProblemException.invalid("?since", "Give a time such as 2026-12-31T00:00:00Z.");
    }
  }
}
