/** The services that hold the facts, asked in the caller's own name and only for what we use. */
@NullMarked
package dev.assay.readiness.source;

import org.jspecify.annotations.NullMarked;
