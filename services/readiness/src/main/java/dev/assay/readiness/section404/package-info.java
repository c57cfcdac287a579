/** Section 404: what management can conclude on a client's year, and every blocker left. */
@NullMarked
package dev.assay.readiness.section404;

import org.jspecify.annotations.NullMarked;
