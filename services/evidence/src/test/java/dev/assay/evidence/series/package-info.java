/** Tests. */
@NullMarked
package dev.assay.evidence.series;

import org.jspecify.annotations.NullMarked;
