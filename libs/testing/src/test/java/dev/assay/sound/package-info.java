/** A resource that keeps every rule, close to where they are broken. */
@NullMarked
package dev.assay.sound;

import org.jspecify.annotations.NullMarked;
