/** Whose evidence it is: a client's, or the MSP's own that serves many clients. */
@NullMarked
package dev.assay.evidence.owner;

import org.jspecify.annotations.NullMarked;
