/** Which provisions of the Sarbanes-Oxley Act bind a client, from when, and why. */
@NullMarked
package dev.assay.tenants.applicability;

import org.jspecify.annotations.NullMarked;
