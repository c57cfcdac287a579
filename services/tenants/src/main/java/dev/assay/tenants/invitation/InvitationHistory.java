package dev.assay.tenants.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An invitation with its end, if it has one; its status follows. */
record InvitationHistory(Invitation invitation, @Nullable InvitationEnd end) {

  InvitationStatus statusAt(Instant now) {
    if (end != null) {
      return end.outcome;
    }
    return now.isBefore(invitation.expiresAt) ? InvitationStatus.OPEN : InvitationStatus.EXPIRED;
  }
}
