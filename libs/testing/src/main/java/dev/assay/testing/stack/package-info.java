/** The real parts that a test runs on: PostgreSQL as the application's role, Ceph RGW. */
@NullMarked
package dev.assay.testing.stack;

import org.jspecify.annotations.NullMarked;
