package dev.assay.tenants.grant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is to answer for a service account.
 *
 * @param personId a person of the MSP
 */
public record ServiceAccountOwnerRequest(
    @NotNull UUID personId,
    @Schema(examples = "Runs the ticket import.") @NotBlank @Size(max = 1000) String reason) {}
