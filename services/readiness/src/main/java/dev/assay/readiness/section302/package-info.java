/** Section 302: whether the quarter's certification is in the way of anything. */
@NullMarked
package dev.assay.readiness.section302;

import org.jspecify.annotations.NullMarked;
