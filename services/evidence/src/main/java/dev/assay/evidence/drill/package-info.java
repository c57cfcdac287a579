/** Retrieval drills: samples of what is held, fetched and compared, with a signed result. */
@NullMarked
package dev.assay.evidence.drill;

import org.jspecify.annotations.NullMarked;
