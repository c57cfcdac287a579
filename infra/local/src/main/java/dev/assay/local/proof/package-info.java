/** Campaigns that try to make the running stack break a promise, many thousand times. */
@NullMarked
package dev.assay.local.proof;

import org.jspecify.annotations.NullMarked;
