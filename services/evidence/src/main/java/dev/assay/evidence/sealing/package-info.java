/** Reading back, locking and sealing, and settling what a crash left. */
@NullMarked
package dev.assay.evidence.sealing;

import org.jspecify.annotations.NullMarked;
