/** What each request carries and may not exceed: its id and its body size. */
@NullMarked
package dev.assay.http.request;

import org.jspecify.annotations.NullMarked;
