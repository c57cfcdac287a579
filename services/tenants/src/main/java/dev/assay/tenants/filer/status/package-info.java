/** What a filer is to the SEC and why, as a function of its facts and of a rule set. */
@NullMarked
package dev.assay.tenants.filer.status;

import org.jspecify.annotations.NullMarked;
