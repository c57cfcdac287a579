/** Classes that break one rule each, for the architecture kit to catch. */
package dev.assay.broken;
