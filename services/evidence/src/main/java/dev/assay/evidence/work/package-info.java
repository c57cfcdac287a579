/** What is still to be done, shared by all replicas. */
@NullMarked
package dev.assay.evidence.work;

import org.jspecify.annotations.NullMarked;
