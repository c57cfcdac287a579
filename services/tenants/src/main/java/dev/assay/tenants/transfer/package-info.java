/** How a client goes from one MSP to another: proposed, accepted, approved, then done whole. */
@NullMarked
package dev.assay.tenants.transfer;

import org.jspecify.annotations.NullMarked;
