/** What a dead or hanging dependency becomes: a 503 within two seconds. */
@NullMarked
package dev.assay.http.outage;

import org.jspecify.annotations.NullMarked;
