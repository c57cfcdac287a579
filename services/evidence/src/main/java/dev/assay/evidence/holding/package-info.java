/** What was held on a day for a control, as it was known at a moment. */
@NullMarked
package dev.assay.evidence.holding;

import org.jspecify.annotations.NullMarked;
