/** What management can say about a client's controls, and what still stands in the way. */
@NullMarked
package dev.assay.readiness;

import org.jspecify.annotations.NullMarked;
