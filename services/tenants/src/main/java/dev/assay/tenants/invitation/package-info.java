/**
 * Asking people to come: until they first sign in, until the invitation ends, or until it is
 * withdrawn.
 */
@NullMarked
package dev.assay.tenants.invitation;

import org.jspecify.annotations.NullMarked;
