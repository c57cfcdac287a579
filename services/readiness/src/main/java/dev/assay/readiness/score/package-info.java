/** The score with every term: it informs and never decides. */
@NullMarked
package dev.assay.readiness.score;

import org.jspecify.annotations.NullMarked;
