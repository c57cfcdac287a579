package dev.assay.controls.evidence;

import java.util.UUID;

/**
 * A file that can no longer change.
 *
 * @param sha256 of its bytes, hex, as the evidence service verified them
 */
public record SealedFile(UUID evidenceId, UUID fileId, String sha256) {}
