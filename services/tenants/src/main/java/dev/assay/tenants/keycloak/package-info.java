/** Keycloak's accounts, through the few calls that this service may make, and the work on them. */
@NullMarked
package dev.assay.tenants.keycloak;

import org.jspecify.annotations.NullMarked;
