/** What is asked of a client (PBC): raised, answered with evidence, accepted by somebody else. */
@NullMarked
package dev.assay.evidence.request;

import org.jspecify.annotations.NullMarked;
