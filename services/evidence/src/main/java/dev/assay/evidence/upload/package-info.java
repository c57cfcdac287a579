/** The way of a file from a request into the store. */
@NullMarked
package dev.assay.evidence.upload;

import org.jspecify.annotations.NullMarked;
