/** People who leave: every role taken away at once, the account switched off; and their return. */
@NullMarked
package dev.assay.tenants.leaver;

import org.jspecify.annotations.NullMarked;
