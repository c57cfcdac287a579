/** What the readiness service needs to know about a year. */
@NullMarked
package dev.assay.controls.readiness;

import org.jspecify.annotations.NullMarked;
