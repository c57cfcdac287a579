/** What falls due for series and requests, shared by all replicas. */
@NullMarked
package dev.assay.evidence.agenda;

import org.jspecify.annotations.NullMarked;
