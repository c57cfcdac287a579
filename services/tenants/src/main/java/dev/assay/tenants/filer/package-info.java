/** What clients enter about themselves as filers, year by year, and the status that follows. */
@NullMarked
package dev.assay.tenants.filer;

import org.jspecify.annotations.NullMarked;
