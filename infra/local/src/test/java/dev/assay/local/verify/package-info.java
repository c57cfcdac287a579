/** A package, and files that nearly are one. */
@NullMarked
package dev.assay.local.verify;

import org.jspecify.annotations.NullMarked;
