/** The object store that keeps the bytes and enforces their locks. */
@NullMarked
package dev.assay.evidence.store;

import org.jspecify.annotations.NullMarked;
