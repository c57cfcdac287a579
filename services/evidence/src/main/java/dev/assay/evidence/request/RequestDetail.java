package dev.assay.evidence.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request with its way, what was given, and whether that counts. */
@Schema(name = "EvidenceRequestDetail")
record RequestDetail(
    @JsonUnwrapped @Schema(required = true) RequestResponse request,
    @Schema(required = true, description = "Every step, first to last.") List<StepResponse> steps,
    @Schema(required = true, description = "Every assignee and due day, first to last.")
        List<TermsResponse> terms,
    @Schema(required = true, description = "What was given, as far as the caller may see it.")
        List<GivenEvidence> evidence,
    @Schema(
            required = true,
            description = "From state and the last submission's evidence, which are here too.")
        Verdict verdict) {

  RequestDetail {
    steps = List.copyOf(steps);
    terms = List.copyOf(terms);
    evidence = List.copyOf(evidence);
  }
}
