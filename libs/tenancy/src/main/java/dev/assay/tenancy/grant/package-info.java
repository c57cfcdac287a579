/** Who is calling, and what their grants allow here. */
@NullMarked
package dev.assay.tenancy.grant;

import org.jspecify.annotations.NullMarked;
