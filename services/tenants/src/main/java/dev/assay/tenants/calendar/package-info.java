/** A client's fiscal calendar: year ends and their changes, fiscal years, deadlines and audits. */
@NullMarked
package dev.assay.tenants.calendar;

import org.jspecify.annotations.NullMarked;
