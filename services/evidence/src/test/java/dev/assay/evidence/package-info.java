/** Evidence, tested over HTTP against a real PostgreSQL and a real store that enforces locks. */
@NullMarked
package dev.assay.evidence;

import org.jspecify.annotations.NullMarked;
