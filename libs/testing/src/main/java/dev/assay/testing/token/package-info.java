/** Access tokens as Keycloak would issue them, good and bad. */
@NullMarked
package dev.assay.testing.token;

import org.jspecify.annotations.NullMarked;
