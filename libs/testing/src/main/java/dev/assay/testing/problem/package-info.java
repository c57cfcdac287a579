/** What a problem document must say. */
@NullMarked
package dev.assay.testing.problem;

import org.jspecify.annotations.NullMarked;
