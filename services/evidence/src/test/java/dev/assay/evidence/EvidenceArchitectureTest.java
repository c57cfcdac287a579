package dev.assay.evidence;

import dev.assay.testing.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class EvidenceArchitectureTest {

  @Test
  void keepsToTheRules() {
    ArchitectureRules.verify("dev.assay.evidence");
  }
}
