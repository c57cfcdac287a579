/** Tests. */
@NullMarked
package dev.assay.evidence.request;

import org.jspecify.annotations.NullMarked;
