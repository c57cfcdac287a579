/** A whole small service: the libraries and the kits are proven on it. */
@NullMarked
package dev.assay.sample;

import org.jspecify.annotations.NullMarked;
