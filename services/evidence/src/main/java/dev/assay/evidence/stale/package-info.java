/** Evidence whose period has ended, with nothing newer for its control or series. */
@NullMarked
package dev.assay.evidence.stale;

import org.jspecify.annotations.NullMarked;
