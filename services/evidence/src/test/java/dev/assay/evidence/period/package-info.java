/** Decisions on periods, without a container. */
@NullMarked
package dev.assay.evidence.period;

import org.jspecify.annotations.NullMarked;
