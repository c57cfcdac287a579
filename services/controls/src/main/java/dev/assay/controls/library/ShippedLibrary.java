package dev.assay.controls.library;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;

/** A library version as its file writes it. */
@JsonNaming(SnakeCaseStrategy.class)
record ShippedLibrary(
    String version,
    String note,
    int count,
    Map<String, Integer> countsByCategory,
    int keyControls,
    Map<String, Integer> frameworkCoverageIds,
    List<ShippedControl> controls) {}
