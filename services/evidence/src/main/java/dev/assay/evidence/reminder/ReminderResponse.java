package dev.assay.evidence.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reminder for whoever carries it to the assignee. */
@Schema(name = "EvidenceReminder")
record ReminderResponse(
    @Schema(required = true, description = "Stays the same, so that nobody is reminded twice.")
        UUID id,
    @Schema(required = true) UUID clientId,
    @Schema(required = true) UUID requestId,
    @Schema(required = true, description = "Who is to be reminded, in tenants.")
        UUID assigneePersonId,
    @Schema(required = true) LocalDate dueOn,
    @Schema(required = true, description = "Days from the due day; negative before it.")
        int offsetDays,
    @Schema(required = true) String ruleSet,
    @Schema(required = true) Instant at) {

  static final String PAGE =
      """
      {"items":[{"id":"01932f3e-6a00-7c40-8a53-000000000041","clientId":"01932f3e-6a00-7c40-8a53-00000000000a","requestId":"01932f3e-6a00-7c40-8a53-000000000011","assigneePersonId":"01932f3e-6a00-7c40-8a53-0000000000c1","dueOn":"2026-12-04","offsetDays":-7,"ruleSet":"evidence-reminder-1","at":"2026-11-27T13:00:01.210Z"}],"nextCursor":null}
      """;

  static ReminderResponse of(Reminder row) {
    return new ReminderResponse(
        row.id(),
        row.clientId(),
        row.requestId(),
        row.assigneePersonId(),
        row.dueOn(),
        row.offsetDays(),
        row.ruleSet(),
        row.at());
  }
}
