/** The shipped control library: content that never changes within a version. */
@NullMarked
package dev.assay.controls.library;

import org.jspecify.annotations.NullMarked;
