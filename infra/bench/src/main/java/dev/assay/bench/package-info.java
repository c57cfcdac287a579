/** What the README promises about speed and memory, measured on the real stack. */
@NullMarked
package dev.assay.bench;

import org.jspecify.annotations.NullMarked;
