/** Tests. */
@NullMarked
package dev.assay.evidence.reminder;

import org.jspecify.annotations.NullMarked;
