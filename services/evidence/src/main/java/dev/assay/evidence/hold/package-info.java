/** Legal holds by matter: placed by one person, lifted by two. */
@NullMarked
package dev.assay.evidence.hold;

import org.jspecify.annotations.NullMarked;
