package dev.assay.evidence.auditpackage;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to the period and is not in the package.
 *
 * @param file null for an item that no file had arrived for
 * @param reason a code: the state that it was in, or that there was no file
 */
record Excluded(UUID item, @Nullable UUID file, String reason) {

  static final String NO_FILE = "NO_FILE";
}
