package dev.assay.controls.library;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A control as the library's file writes it; a property that we do not know is an error. */
@JsonNaming(SnakeCaseStrategy.class)
record ShippedControl(
    String id,
    String category,
    boolean itgcCategory,
    String title,
    String objective,
    String controlActivity,
    String nature,
    String type,
    String frequency,
    String frequencyCode,
    boolean keyControl,
    String riskRating,
    String whatCouldGoWrong,
    List<String> assertions,
    List<String> testOfDesign,
    List<String> testOfOperatingEffectiveness,
    List<String> evidencePbc,
    String sampleRule,
    List<String> soxSections,
    Map<String, List<String>> mappings,
    List<String> insuranceTags,
    String reuseClass,
    String reuseReason) {

  LibraryControl toControl() {
    return new LibraryControl(
        id,
        domain(),
        category,
        itgcCategory,
        title,
        objective,
        controlActivity,
        Nature.valueOf(constant(nature)),
        ControlType.valueOf(constant(type)),
        Frequency.valueOf(constant(frequencyCode)),
        frequency,
        keyControl,
        Risk.valueOf(constant(riskRating)),
        whatCouldGoWrong,
        assertions,
        testOfDesign,
        testOfOperatingEffectiveness,
        evidencePbc,
        sampleRule,
        soxSections,
        new TreeMap<>(mappings),
        insuranceTags,
        ReuseClass.valueOf(constant(reuseClass)),
        reuseReason);
  }

  private Domain domain() {
    Domain domain = Domain.valueOf(id.substring(0, 2));
    if (!domain.title().equals(category)) {
      throw new IllegalStateException("%s is not in %s".formatted(id, category));
    }
    return domain;
  }

  private static String constant(String words) {
    return words.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
  }
}
