/** Rules of the code that fail the build. */
@NullMarked
package dev.assay.testing.architecture;

import org.jspecify.annotations.NullMarked;
