/** Golden suites: cases with expected answers, compared whole. */
@NullMarked
package dev.assay.testing.golden;

import org.jspecify.annotations.NullMarked;
