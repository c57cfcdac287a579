package dev.assay.evidence.auditpackage;

import java.io.IOException;
import java.util.UUID;

/** The store does not hold what was sealed: no package is made of it. */
final class EvidenceDamaged extends IOException {

  private static final long serialVersionUID = 1L;

  private final UUID file;

  EvidenceDamaged(UUID file, String how) {
    super("file %s %s".formatted(file, how));
    this.file = file;
  }

  UUID file() {
    return file;
  }
}
