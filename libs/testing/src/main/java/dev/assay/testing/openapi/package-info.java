/** Every answer is held against the closed OpenAPI document. */
@NullMarked
package dev.assay.testing.openapi;

import org.jspecify.annotations.NullMarked;
