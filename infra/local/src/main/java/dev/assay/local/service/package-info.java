/** Assay's own services: what they are told, how they are built and started. */
@NullMarked
package dev.assay.local.service;

import org.jspecify.annotations.NullMarked;
