/** All that this service knows of one client, as one document that can be checked. */
@NullMarked
package dev.assay.tenants.export;

import org.jspecify.annotations.NullMarked;
