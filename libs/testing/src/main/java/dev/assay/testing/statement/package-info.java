/** How many SQL statements a piece of work takes. */
@NullMarked
package dev.assay.testing.statement;

import org.jspecify.annotations.NullMarked;
