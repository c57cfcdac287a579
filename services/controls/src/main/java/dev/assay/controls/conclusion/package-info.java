/** What was concluded about a control, on which sealed evidence, and who reviewed it. */
@NullMarked
package dev.assay.controls.conclusion;

import org.jspecify.annotations.NullMarked;
