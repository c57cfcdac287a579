/** Whose rows a transaction sees: declared once, enforced by PostgreSQL. */
@NullMarked
package dev.assay.tenancy.scope;

import org.jspecify.annotations.NullMarked;
