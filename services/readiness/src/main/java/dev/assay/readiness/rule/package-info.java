/** Rules of law and of method as dated data: which were in force on a day, and their values. */
@NullMarked
package dev.assay.readiness.rule;

import org.jspecify.annotations.NullMarked;
