/** Locks after sealing: each lengthening as a row, and when each file is looked at again. */
@NullMarked
package dev.assay.evidence.lock;

import org.jspecify.annotations.NullMarked;
