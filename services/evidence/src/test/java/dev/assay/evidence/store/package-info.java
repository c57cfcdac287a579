/** The real store, made to fail at chosen moments. */
@NullMarked
package dev.assay.evidence.store;

import org.jspecify.annotations.NullMarked;
