/** In-scope systems of a client, with the reason why each is in scope. */
@NullMarked
package dev.assay.tenants.system;

import org.jspecify.annotations.NullMarked;
