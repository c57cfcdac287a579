/** Evidence that is asked for again and again, as often as its control is performed. */
@NullMarked
package dev.assay.evidence.series;

import org.jspecify.annotations.NullMarked;
