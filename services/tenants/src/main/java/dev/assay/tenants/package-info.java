/** MSPs, their clients, in-scope systems, people and grants. */
@NullMarked
package dev.assay.tenants;

import org.jspecify.annotations.NullMarked;
