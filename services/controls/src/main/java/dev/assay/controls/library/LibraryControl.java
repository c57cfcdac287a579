package dev.assay.controls.library;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One control of a library version, whole.
 *
 * @param controlId its id, the same in every version
 * @param itgc whether it belongs to the IT general controls proper, or to operations and governance
 * @param frequencyText the frequency in a reader's words
 * @param mappings ids of other frameworks' requirements that it intersects with, by framework
 */
public record LibraryControl(
    @Schema(required = true, examples = "AM-04") String controlId,
    @Schema(required = true) Domain domain,
    @Schema(required = true) String category,
    @Schema(required = true) boolean itgc,
    @Schema(required = true) String title,
    @Schema(required = true) String objective,
    @Schema(required = true) String controlActivity,
    @Schema(required = true) Nature nature,
    @Schema(required = true) ControlType type,
    @Schema(required = true) Frequency frequency,
    @Schema(required = true) String frequencyText,
    @Schema(required = true) boolean key,
    @Schema(required = true) Risk risk,
    @Schema(required = true) String whatCouldGoWrong,
    @Schema(required = true) List<String> assertions,
    @Schema(required = true) List<String> testOfDesign,
    @Schema(required = true) List<String> testOfOperatingEffectiveness,
    @Schema(required = true) List<String> evidenceToRequest,
    @Schema(required = true) String sampleRule,
    @Schema(required = true) List<String> soxSections,
    @Schema(required = true) Map<String, List<String>> mappings,
    @Schema(required = true) List<String> insuranceTags,
    @Schema(required = true) ReuseClass reuseClass,
    @Schema(required = true) String reuseReason) {

  public LibraryControl {
    assertions = List.copyOf(assertions);
    testOfDesign = List.copyOf(testOfDesign);
    testOfOperatingEffectiveness = List.copyOf(testOfOperatingEffectiveness);
    evidenceToRequest = List.copyOf(evidenceToRequest);
    soxSections = List.copyOf(soxSections);
    mappings = Map.copyOf(mappings);
    insuranceTags = List.copyOf(insuranceTags);
  }
}
