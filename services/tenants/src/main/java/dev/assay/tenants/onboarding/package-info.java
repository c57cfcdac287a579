/** What a client still needs before work for it can count. */
@NullMarked
package dev.assay.tenants.onboarding;

import org.jspecify.annotations.NullMarked;
