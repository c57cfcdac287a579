/** When periodic reports are due: pure functions of dated rules. */
@NullMarked
package dev.assay.tenants.calendar.filing;

import org.jspecify.annotations.NullMarked;
