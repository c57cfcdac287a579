/** Optimistic versions: ETag on answers, If-Match on updates. */
@NullMarked
package dev.assay.http.version;

import org.jspecify.annotations.NullMarked;
