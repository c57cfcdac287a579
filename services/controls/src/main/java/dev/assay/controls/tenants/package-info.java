/** What controls asks tenants, in the caller's own name. */
@NullMarked
package dev.assay.controls.tenants;

import org.jspecify.annotations.NullMarked;
