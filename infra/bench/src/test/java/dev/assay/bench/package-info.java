/** What the measuring program's arithmetic must give. */
@NullMarked
package dev.assay.bench;

import org.jspecify.annotations.NullMarked;
