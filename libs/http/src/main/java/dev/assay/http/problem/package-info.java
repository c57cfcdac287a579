/** Problem documents (RFC 9457): every error of every service, in one shape. */
@NullMarked
package dev.assay.http.problem;

import org.jspecify.annotations.NullMarked;
