package dev.assay.evidence.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another assignee, another due day, and why. */
@Schema(name = "NewEvidenceRequestTerms")
record TermsBody(
    @NotNull UUID assigneePersonId,
    @NotNull LocalDate dueOn,
    @NotBlank @Size(max = 1000) @Pattern(regexp = Words.TEXT, message = Words.TEXT_MESSAGE)
        String reason) {}
