/** Decisions on what arrives, without a container. */
@NullMarked
package dev.assay.evidence.upload;

import org.jspecify.annotations.NullMarked;
