/**
 * What evidence asks tenants about a client, in the caller's own name: its time zone, its people.
 */
@NullMarked
package dev.assay.evidence.place;

import org.jspecify.annotations.NullMarked;
