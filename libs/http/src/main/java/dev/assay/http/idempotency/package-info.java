/** Idempotency-Key: the same request, sent again, has one effect and one answer. */
@NullMarked
package dev.assay.http.idempotency;

import org.jspecify.annotations.NullMarked;
