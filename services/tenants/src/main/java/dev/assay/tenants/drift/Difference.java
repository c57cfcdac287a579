package dev.assay.tenants.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A setting that is not as declared.
 *
 * @param path where in the realm
 * @param declared what the realm file says
 * @param running what is in force; absent when there is nothing
 */
@Schema(name = "SignInDifference")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(
    @Schema(required = true) String path,
    @Schema(required = true) String declared,
    @Nullable String running) {}
