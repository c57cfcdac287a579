/** The platform's own operators, and how the first one comes to be. */
@NullMarked
package dev.assay.tenants.operator;

import org.jspecify.annotations.NullMarked;
