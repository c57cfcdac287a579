/**
 * The technician's first job, done through the API with real exports: the demo, and the base of the
 * end-to-end test.
 */
@NullMarked
package dev.assay.local.demo;

import org.jspecify.annotations.NullMarked;
