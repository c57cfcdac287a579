/** Whole journeys on the real stack: Keycloak, PostgreSQL, Ceph RGW, all services. */
@NullMarked
package dev.assay.e2e;

import org.jspecify.annotations.NullMarked;
