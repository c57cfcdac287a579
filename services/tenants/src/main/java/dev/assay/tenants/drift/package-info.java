/** Whether the running realm is as the realm file declares it. */
@NullMarked
package dev.assay.tenants.drift;

import org.jspecify.annotations.NullMarked;
