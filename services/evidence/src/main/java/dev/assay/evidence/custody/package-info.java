/**
 * The chain of custody of an item: everything that ever happened to it, with the rows that say so.
 */
@NullMarked
package dev.assay.evidence.custody;

import org.jspecify.annotations.NullMarked;
