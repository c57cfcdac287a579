/** The audit trail's business end: no change without its event, no event without its change. */
@NullMarked
package dev.assay.audit;

import org.jspecify.annotations.NullMarked;
