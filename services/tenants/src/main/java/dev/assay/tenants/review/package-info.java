/** Periodic reviews of who has access, frozen, decided line by line, and proven (control AM-04). */
@NullMarked
package dev.assay.tenants.review;

import org.jspecify.annotations.NullMarked;
