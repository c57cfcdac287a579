/** The clients of an MSP: the unit that is isolated. */
@NullMarked
package dev.assay.tenants.client;

import org.jspecify.annotations.NullMarked;
