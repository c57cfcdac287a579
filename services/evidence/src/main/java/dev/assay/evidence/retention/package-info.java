/** How long evidence is kept and why, and the legal holds that suspend its end. */
@NullMarked
package dev.assay.evidence.retention;

import org.jspecify.annotations.NullMarked;
