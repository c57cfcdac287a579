/** Roles, permissions, and the one table that joins them. */
@NullMarked
package dev.assay.tenancy.permission;

import org.jspecify.annotations.NullMarked;
