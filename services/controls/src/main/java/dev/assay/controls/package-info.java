/** What each client's IT general controls are, who does them, and what was concluded. */
@NullMarked
package dev.assay.controls;

import org.jspecify.annotations.NullMarked;
