/** Parts that die or hang. */
@NullMarked
package dev.assay.testing.outage;

import org.jspecify.annotations.NullMarked;
