/** Fiscal years and their periods: pure values, without a clock and without a client. */
@NullMarked
package dev.assay.tenants.calendar.year;

import org.jspecify.annotations.NullMarked;
