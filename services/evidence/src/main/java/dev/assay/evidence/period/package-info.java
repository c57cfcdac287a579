/** Whether what evidence covers is still open for more evidence. */
@NullMarked
package dev.assay.evidence.period;

import org.jspecify.annotations.NullMarked;
