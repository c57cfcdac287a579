package dev.assay.controls.library;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One control of a library version in a list. */
public record LibraryControlSummary(
    @Schema(required = true, examples = "AM-04") String controlId,
    @Schema(required = true) Domain domain,
    @Schema(required = true) String title,
    @Schema(required = true) String objective,
    @Schema(required = true) Nature nature,
    @Schema(required = true) ControlType type,
    @Schema(required = true) Frequency frequency,
    @Schema(required = true) boolean key,
    @Schema(required = true) Risk risk) {

  static LibraryControlSummary of(LibraryControl control) {
    return new LibraryControlSummary(
        control.controlId(),
        control.domain(),
        control.title(),
        control.objective(),
        control.nature(),
        control.type(),
        control.frequency(),
        control.key(),
        control.risk());
  }
}
