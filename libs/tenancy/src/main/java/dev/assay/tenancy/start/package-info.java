/** What must hold before a service takes requests: safe settings, current schema, known keys. */
@NullMarked
package dev.assay.tenancy.start;

import org.jspecify.annotations.NullMarked;
