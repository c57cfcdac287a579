package dev.assay.tenants.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person or service account to be made known.
 *
 * @param subject the {@code sub} of their tokens
 */
public record PersonRequest(
    @Schema(examples = "00000000-0000-4000-8000-000000000003")
        @NotNull
        @Pattern(
            regexp = "[\\x21-\\x7e]{1,128}",
            message = "Give the token's sub: 1 to 128 visible ASCII characters.")
        String subject,
    @Schema(examples = "Demo technician") @NotBlank @Size(max = 200) String displayName,
    @NotNull Person.Kind kind) {}
