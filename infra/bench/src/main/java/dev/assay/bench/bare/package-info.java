/**
 * The same reads as the services' with nothing around them: no token, no grant, no row-level
 * security, no transaction, no ORM.
 */
@NullMarked
package dev.assay.bench.bare;

import org.jspecify.annotations.NullMarked;
