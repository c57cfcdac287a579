/** An S3 store that is proven to enforce Object Lock before anything trusts it. */
@NullMarked
package dev.assay.local.objectstore;

import org.jspecify.annotations.NullMarked;
