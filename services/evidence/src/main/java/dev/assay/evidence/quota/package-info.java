/** How many bytes an owner may keep. */
@NullMarked
package dev.assay.evidence.quota;

import org.jspecify.annotations.NullMarked;
