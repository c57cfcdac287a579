/** Cursors as no list gives them. */
@NullMarked
package dev.assay.testing.page;

import org.jspecify.annotations.NullMarked;
