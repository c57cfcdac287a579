/** Where one control stands: what every readiness answer is made from. */
@NullMarked
package dev.assay.readiness.control;

import org.jspecify.annotations.NullMarked;
