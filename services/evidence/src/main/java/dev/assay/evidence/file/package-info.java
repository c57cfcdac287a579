/** Files of an item, where they stand in their life, and their bytes. */
@NullMarked
package dev.assay.evidence.file;

import org.jspecify.annotations.NullMarked;
