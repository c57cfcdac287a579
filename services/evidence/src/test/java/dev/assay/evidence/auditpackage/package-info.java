/** Packages as bytes: made, compared, taken apart. */
@NullMarked
package dev.assay.evidence.auditpackage;

import org.jspecify.annotations.NullMarked;
