@NullMarked
package dev.assay.evidence.drill;

import org.jspecify.annotations.NullMarked;
