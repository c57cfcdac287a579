/** People and service accounts of the platform, of MSPs and of clients. */
@NullMarked
package dev.assay.tenants.person;

import org.jspecify.annotations.NullMarked;
