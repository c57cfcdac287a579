/** What every operation in an OpenAPI document shares: error answers and permission. */
@NullMarked
package dev.assay.http.openapi;

import org.jspecify.annotations.NullMarked;
