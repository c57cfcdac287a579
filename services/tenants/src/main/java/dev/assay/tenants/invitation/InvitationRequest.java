package dev.assay.tenants.invitation;

import dev.assay.tenancy.permission.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody to be asked to come.
 *
 * @param mail where to reach them, and their user name
 * @param role what they are meant to be: it decides what they set up at their first sign-in, and
 *     grants nothing
 */
public record InvitationRequest(
    @Schema(examples = "technician@demo.invalid") @NotBlank @Size(max = MailAddress.MOST)
        String mail,
    @Schema(examples = "Demo technician") @NotBlank @Size(max = 200) String displayName,
    @NotNull Role role) {

  /** Shows no address. */
  @Override
  public String toString() {
    return "InvitationRequest[" + role + "]";
  }
}
