/** PostgreSQL from the Zonky binaries, with one database a service. */
@NullMarked
package dev.assay.local.postgres;

import org.jspecify.annotations.NullMarked;
