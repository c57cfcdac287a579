/** What stands in the way of a certification or a conclusion: each blocker has its code. */
@NullMarked
package dev.assay.readiness.blocker;

import org.jspecify.annotations.NullMarked;
