/** What controls asks evidence, in the caller's own name. */
@NullMarked
package dev.assay.controls.evidence;

import org.jspecify.annotations.NullMarked;
