/** An operator reads at one client for a few hours, unasked and in everybody's sight. */
@NullMarked
package dev.assay.tenants.breakglass;

import org.jspecify.annotations.NullMarked;
