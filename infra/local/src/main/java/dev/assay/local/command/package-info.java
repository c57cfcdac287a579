/** The command line: {@code ./assay} and what each of its commands says. */
@NullMarked
package dev.assay.local.command;

import org.jspecify.annotations.NullMarked;
