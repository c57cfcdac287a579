/** Tests. */
@NullMarked
package dev.assay.evidence.stale;

import org.jspecify.annotations.NullMarked;
