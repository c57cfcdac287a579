/** How JSON is read: strictly. */
@NullMarked
package dev.assay.http.json;

import org.jspecify.annotations.NullMarked;
