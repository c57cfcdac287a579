/** Items of evidence: what they show, for which control and period. */
@NullMarked
package dev.assay.evidence.item;

import org.jspecify.annotations.NullMarked;
