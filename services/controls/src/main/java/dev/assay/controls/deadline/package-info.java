/** Callers are answered within two seconds, whoever else is asked meanwhile. */
@NullMarked
package dev.assay.controls.deadline;

import org.jspecify.annotations.NullMarked;
