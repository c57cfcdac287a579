/** Decisions on retention. */
@NullMarked
package dev.assay.evidence.retention;

import org.jspecify.annotations.NullMarked;
