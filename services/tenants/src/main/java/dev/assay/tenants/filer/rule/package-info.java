/** Rules of filer status as dated data: which were in force on a day, and their thresholds. */
@NullMarked
package dev.assay.tenants.filer.rule;

import org.jspecify.annotations.NullMarked;
