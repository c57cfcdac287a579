/** Rules of law as dated data. */
@NullMarked
package dev.assay.tenants.calendar.rule;

import org.jspecify.annotations.NullMarked;
