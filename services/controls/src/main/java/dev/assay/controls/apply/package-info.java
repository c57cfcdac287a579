/** Applying the library to a client's year. */
@NullMarked
package dev.assay.controls.apply;

import org.jspecify.annotations.NullMarked;
