/** Who owns, operates and reviews a control, and by when it is due. */
@NullMarked
package dev.assay.controls.assignment;

import org.jspecify.annotations.NullMarked;
