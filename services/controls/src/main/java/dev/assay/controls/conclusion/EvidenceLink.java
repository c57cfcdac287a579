package dev.assay.controls.conclusion;

import dev.assay.controls.evidence.SealedFile;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A sealed file that a conclusion rests on, with the digest it had then. */
@Embeddable
class EvidenceLink {

  UUID evidenceId;
  UUID fileId;
  String sha256;

  @SuppressWarnings("NullAway.Init")
  protected EvidenceLink() {}

  EvidenceLink(SealedFile file) {
    this.evidenceId = file.evidenceId();
    this.fileId = file.fileId();
    this.sha256 = file.sha256();
  }
}
