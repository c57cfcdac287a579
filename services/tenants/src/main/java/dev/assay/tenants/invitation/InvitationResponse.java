package dev.assay.tenants.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.provisioning.ProvisioningStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as those see it who may invite.
 *
 * @param mail where it went; while it is open, and not in answers to requests that change
 *     something, since those are kept to be repeated
 * @param personId who they are here, once Keycloak knows them; grants can be made for them from
 *     then
 * @param delivery how far their account and the mail to them have come
 */
@Schema(name = "Invitation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvitationResponse(
    @Schema(required = true) UUID id,
    @Nullable String mail,
    @Schema(required = true) String displayName,
    @Schema(required = true) Role role,
    @Schema(required = true) InvitationStatus status,
    @Schema(required = true) String invitedBy,
    @Schema(required = true) Instant invitedAt,
    @Schema(required = true) Instant expiresAt,
    @Nullable UUID personId,
    @Schema(required = true) ProvisioningStatus delivery,
    @Nullable End ended) {

  static final String MADE_EXAMPLE =
      """
      {"id":"019aaf1e-7c00-7000-8000-000000000009","displayName":"Demo technician",
       "role":"MSP_TECHNICIAN","status":"OPEN","invitedBy":"00000000-0000-4000-8000-000000000002",
       "invitedAt":"2026-11-23T10:00:00Z","expiresAt":"2026-11-30T10:00:00Z",
       "delivery":{"state":"WAITING","since":"2026-11-23T10:00:00Z","kind":"CREATE","attempts":0,
        "nextAttemptAt":"2026-11-23T10:00:00Z"}}
      """;

  static final String EXAMPLE =
      """
      {"id":"019aaf1e-7c00-7000-8000-000000000009","mail":"technician@demo.invalid",
       "displayName":"Demo technician","role":"MSP_TECHNICIAN","status":"OPEN",
       "invitedBy":"00000000-0000-4000-8000-000000000002","invitedAt":"2026-11-23T10:00:00Z",
       "expiresAt":"2026-11-30T10:00:00Z","personId":"019aaf1e-7c00-7000-8000-000000000003",
       "delivery":{"state":"DONE","since":"2026-11-23T10:00:01Z"}}
      """;

  static final String PAGE_EXAMPLE = "{\"items\":[" + EXAMPLE + "],\"nextCursor\":null}";

  /** Who or what ended it, when, and why it was withdrawn. */
  @Schema(name = "InvitationEnd")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record End(
      @Schema(required = true) String by,
      @Schema(required = true) Instant at,
      @Nullable String reason) {}

  static InvitationResponse of(
      InvitationHistory history, ProvisioningStatus delivery, Instant now) {
    Invitation invitation = history.invitation();
    InvitationEnd end = history.end();
    return new InvitationResponse(
        invitation.id,
        invitation.mail,
        invitation.displayName,
        invitation.role,
        history.statusAt(now),
        invitation.invitedBy,
        invitation.invitedAt,
        invitation.expiresAt,
        invitation.personId,
        delivery,
        end == null ? null : new End(end.decidedBy, end.decidedAt, end.reason));
  }

  InvitationResponse withoutMail() {
    return new InvitationResponse(
        id,
        null,
        displayName,
        role,
        status,
        invitedBy,
        invitedAt,
        expiresAt,
        personId,
        delivery,
        ended);
  }
}
