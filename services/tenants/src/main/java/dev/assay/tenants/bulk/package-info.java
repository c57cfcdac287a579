/** Bringing in clients and their people by the file: what became of each row. */
@NullMarked
package dev.assay.tenants.bulk;

import org.jspecify.annotations.NullMarked;
