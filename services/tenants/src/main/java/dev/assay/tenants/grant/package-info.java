/** Who may do what, where, until when and why; approvals and revocations as rows. */
@NullMarked
package dev.assay.tenants.grant;

import org.jspecify.annotations.NullMarked;
