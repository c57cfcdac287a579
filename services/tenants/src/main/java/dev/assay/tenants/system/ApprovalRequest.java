package dev.assay.tenants.system;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the approver adds, if anything. */
@Schema(name = "SystemApprovalRequest")
public record ApprovalRequest(
    @Schema(examples = "Agreed with the account mapping.", pattern = "\\S")
        @Worded
        @Size(max = 1000)
        @Nullable String reason) {}
