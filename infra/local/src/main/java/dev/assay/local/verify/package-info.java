/**
 * Checks an audit package offline. It knows nothing of the service that made it but the format, so
 * that the one does not repeat the other's mistakes.
 */
@NullMarked
package dev.assay.local.verify;

import org.jspecify.annotations.NullMarked;
