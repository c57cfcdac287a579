/** JSON whose bytes follow from its value: what is hashed, signed or compared. */
@NullMarked
package dev.assay.evidence.canonical;

import org.jspecify.annotations.NullMarked;
