/** Keycloak from its distribution, on the stack's PostgreSQL. */
@NullMarked
package dev.assay.local.keycloak;

import org.jspecify.annotations.NullMarked;
