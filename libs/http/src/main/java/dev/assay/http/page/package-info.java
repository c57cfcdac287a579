/** Keyset pages: items and an opaque cursor that is bound to its scope and filter. */
@NullMarked
package dev.assay.http.page;

import org.jspecify.annotations.NullMarked;
