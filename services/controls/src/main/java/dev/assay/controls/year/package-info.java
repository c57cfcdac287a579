/** The controls of a client's fiscal year and where each of them stands. */
@NullMarked
package dev.assay.controls.year;

import org.jspecify.annotations.NullMarked;
