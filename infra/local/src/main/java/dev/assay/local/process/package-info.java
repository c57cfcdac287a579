/** Processes that outlive the launcher and are never mistaken for a stranger's. */
@NullMarked
package dev.assay.local.process;

import org.jspecify.annotations.NullMarked;
