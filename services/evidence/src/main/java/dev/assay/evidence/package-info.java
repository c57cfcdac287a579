/** Evidence of clients, kept under enforced locks. */
@NullMarked
package dev.assay.evidence;

import org.jspecify.annotations.NullMarked;
