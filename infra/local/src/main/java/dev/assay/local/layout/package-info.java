/** Where a stack keeps its files, which ports it takes and how it refuses. */
@NullMarked
package dev.assay.local.layout;

import org.jspecify.annotations.NullMarked;
