/** The effective-grant lookup, alone allowed to read across tenants. */
@NullMarked
package dev.assay.tenants.directory;

import org.jspecify.annotations.NullMarked;
