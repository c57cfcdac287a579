/**
 * What is still to be done about accounts at Keycloak, shared by all replicas, and how it ended.
 */
@NullMarked
package dev.assay.tenants.provisioning;

import org.jspecify.annotations.NullMarked;
