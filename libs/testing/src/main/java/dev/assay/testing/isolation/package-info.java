/** Proof that the database alone keeps tenants apart. */
@NullMarked
package dev.assay.testing.isolation;

import org.jspecify.annotations.NullMarked;
