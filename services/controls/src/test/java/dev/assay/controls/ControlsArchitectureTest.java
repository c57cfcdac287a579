package dev.assay.controls;

import dev.assay.testing.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ControlsArchitectureTest {

  @Test
  void keepsTheHouseRules() {
    ArchitectureRules.verify("dev.assay.controls");
  }
}
