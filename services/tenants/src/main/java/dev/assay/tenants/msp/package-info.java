/** The register of MSPs, our customers. */
@NullMarked
package dev.assay.tenants.msp;

import org.jspecify.annotations.NullMarked;
