/** The launcher: one command that runs the real stack on this machine. */
@NullMarked
package dev.assay.local;

import org.jspecify.annotations.NullMarked;
